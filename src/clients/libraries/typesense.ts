import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `typesense` 3.1.0.
 * @see https://unpkg.com/typesense@3.1.0/dist/typesense.js
 */
export const client: Client = {
  name: 'Typesense',
  headers: 'x-typesense-*',
};
