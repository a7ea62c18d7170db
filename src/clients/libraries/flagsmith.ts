import type { Client } from '../client.ts';

/**
 * As the source of `flagsmith` 10.0.0 has it.
 * @see https://unpkg.com/flagsmith@10.0.0/index.js
 */
export const client: Client = {
  name: 'Flagsmith',
  headers: 'x-environment-key flagsmith-*',
};
