import type { Client } from '../client.ts';

/**
 * As the source of `@neondatabase/serverless` 1.2.0 has it.
 * @see https://unpkg.com/@neondatabase/serverless@1.2.0/index.js
 */
export const client: Client = {
  name: 'Neon',
  headers: 'neon-*',
};
