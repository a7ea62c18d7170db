import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@trpc/client` 11.25.2.
 * @see https://unpkg.com/@trpc/client@11.25.2/dist/httpUtils-5Hmhcy-z.mjs
 */
export const client: Client = {
  name: 'tRPC',
  headers: 'trpc-accept',
};
