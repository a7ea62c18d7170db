import { client } from '../libraries/together.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `together-ai` 0.52.0. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/togethercomputer/together-typescript#customizing-the-fetch-client',
  steps: (names) => [callOptions('new Together()', ownFetch(names))],
};
