import type { Client } from '../client.ts';

/**
 * As the source of `@barba/core` 2.10.3 has it.
 * @see https://unpkg.com/@barba/core@2.10.3/dist/barba.js
 */
export const client: Client = {
  name: 'Barba.js',
  headers: 'x-barba',
};
