import type { Client } from '../client.ts';

/**
 * As the source of `backendless` 8.0.0 has it.
 * @see https://unpkg.com/backendless@8.0.0/dist/backendless.js
 */
export const client: Client = {
  name: 'Backendless',
  headers: 'user-token',
};
