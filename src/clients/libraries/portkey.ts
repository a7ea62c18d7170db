import type { Client } from '../client.ts';

/**
 * As the source of `portkey-ai` 3.1.0 has it.
 * @see https://unpkg.com/portkey-ai@3.1.0/dist/src/baseClient.js
 */
export const client: Client = {
  name: 'Portkey',
  headers: 'x-portkey-*',
};
