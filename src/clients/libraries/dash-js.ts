import type { Client } from '../client.ts';

/**
 * As the source of `dashjs` 5.2.1 has it.
 * @see https://unpkg.com/dashjs@5.2.1/dist/legacy/umd/dash.all.debug.js
 */
export const client: Client = {
  name: 'dash.js',
  headers: 'cmcd-object cmcd-request cmcd-session cmcd-status',
};
