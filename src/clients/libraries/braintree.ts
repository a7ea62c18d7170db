import type { Client } from '../client.ts';

/**
 * As the source of `braintree-web` 3.144.0 has it.
 * @see https://unpkg.com/braintree-web@3.144.0/client/client.js
 */
export const client: Client = {
  name: 'Braintree',
  headers: 'braintree-version',
};
