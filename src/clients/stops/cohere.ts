import { client } from '../libraries/cohere.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `cohere-ai` 8.1.0. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/cohere-ai/cohere-typescript',
  steps: (names) => [callOptions('new CohereClient()', ownFetch(names))],
};
