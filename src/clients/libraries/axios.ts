import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `axios` 1.21.1.
 * @see https://unpkg.com/axios@1.21.1/dist/axios.js
 */
export const client: Client = {
  name: 'axios',
  headers: 'x-xsrf-token',
  widelyUsed: true,
};
