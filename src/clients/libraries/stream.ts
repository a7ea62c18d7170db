import type { Client } from '../client.ts';

/**
 * As the source of `getstream` 8.15.0 has it.
 * @see https://unpkg.com/getstream@8.15.0/dist/js/getstream.js
 */
export const client: Client = {
  name: 'Stream',
  headers: 'stream-auth-type x-stream-client',
  beside: 'x-requested-with',
};
