import type { Client } from '../client.ts';

/**
 * As the source of `rollbar` 3.1.0 has it.
 * @see https://unpkg.com/rollbar@3.1.0/dist/rollbar.cjs
 */
export const client: Client = {
  name: 'Rollbar',
  headers: 'x-rollbar-*',
};
