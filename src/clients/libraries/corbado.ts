import type { Client } from '../client.ts';

/**
 * As the source of `@corbado/web-core` 3.5.0 has it.
 * @see https://unpkg.com/@corbado/web-core@3.5.0/dist/index.js
 */
export const client: Client = {
  name: 'Corbado',
  headers: 'x-corbado-*',
};
