import { client } from '../libraries/runway.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@runwayml/sdk` 4.20.1. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/runwayml/sdk-node#customizing-the-fetch-client',
  stops: 'x-stainless-*',
  steps: (names) => [callOptions('new RunwayML()', ownFetch(names))],
};
