import type { Client } from '../client.ts';

/**
 * As the source of `@descope/web-js-sdk` 1.53.0 has it.
 * @see https://unpkg.com/@descope/web-js-sdk@1.53.0/dist/cjs/index.cjs.js
 */
export const client: Client = {
  name: 'Descope',
  headers: 'x-descope-*',
};
