import { client } from '../libraries/trpc.ts';
import type { Stop } from '../stop.ts';

/**
 * Run against `@trpc/client` and `@trpc/server` 11.25.2. Only `httpBatchStreamLink` adds the header, and it can't read the
 * answer of a server that doesn't get the header.
 */
export const stop: Stop = {
  client,
  setting: 'httpBatchLink',
  docs: 'https://trpc.io/docs/client/links/httpBatchLink',
  steps: () => [],
};
