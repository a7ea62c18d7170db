import type { Client } from '../client.ts';

/**
 * As the source of `customerio-gist-web` 3.26.0 has it.
 * @see https://unpkg.com/customerio-gist-web@3.26.0/dist/gist.min.js
 */
export const client: Client = {
  name: 'Customer.io',
  headers: 'x-cio-* x-gist-*',
};
