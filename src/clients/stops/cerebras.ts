import { client } from '../libraries/cerebras.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@cerebras/cerebras_cloud_sdk` 1.91.0. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/Cerebras/cerebras-cloud-sdk-node#customizing-the-fetch-client',
  steps: (names) => [callOptions('new Cerebras()', ownFetch(names))],
};
