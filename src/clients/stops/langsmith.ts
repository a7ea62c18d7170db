import { client } from '../libraries/langsmith.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `langsmith` 0.12.0. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://unpkg.com/langsmith@0.12.0/client.d.ts',
  steps: (names) => [callOptions('new Langsmith()', ownFetch(names))],
};
