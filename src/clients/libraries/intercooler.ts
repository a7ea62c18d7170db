import type { Client } from '../client.ts';

/**
 * As the source of `intercooler` 1.2.4 has it.
 * @see https://unpkg.com/intercooler@1.2.4/dist/intercooler.js
 */
export const client: Client = {
  name: 'intercooler.js',
  headers: 'x-ic-request x-ic-*',
  beside: 'x-requested-with x-http-method-override',
};
