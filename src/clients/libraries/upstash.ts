import type { Client } from '../client.ts';

/**
 * As the source of `@upstash/redis` 1.39.0 has it.
 * @see https://unpkg.com/@upstash/redis@1.39.0/chunk-4WQYU7T6.mjs
 */
export const client: Client = {
  name: 'Upstash',
  headers: 'upstash-*',
};
