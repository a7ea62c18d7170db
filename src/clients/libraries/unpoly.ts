import type { Client } from '../client.ts';

/**
 * As the source of `unpoly` 3.14.3 has it.
 * @see https://unpkg.com/unpoly@3.14.3/unpoly.es6.js
 */
export const client: Client = {
  name: 'Unpoly',
  headers: 'x-up-*',
};
