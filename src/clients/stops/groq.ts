import { client } from '../libraries/groq.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `groq-sdk` 1.6.0. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/groq/groq-typescript#customizing-the-fetch-client',
  steps: (names) => [callOptions('new Groq()', ownFetch(names))],
};
