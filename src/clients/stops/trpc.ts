import { client } from '../libraries/trpc.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@trpc/client` 11.25.2. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://trpc.io/docs/client/links/httpBatchStreamLink',
  steps: (names) => [callOptions('httpBatchStreamLink()', ownFetch(names))],
};
