import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `dropzone` 6.3.5.
 * @see https://unpkg.com/dropzone@6.3.5/dist/dropzone-min.js
 */
export const client: Client = {
  name: 'Dropzone',
  headers: 'x-requested-with',
  always: 'cache-control',
};
