import type { Client } from '../client.ts';

/**
 * As the source of `@frontegg/rest-api` 7.119.0 has it.
 * @see https://unpkg.com/@frontegg/rest-api@7.119.0/interfaces.js
 */
export const client: Client = {
  name: 'Frontegg',
  headers: 'x-frontegg-* frontegg-*',
};
