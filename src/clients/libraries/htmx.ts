import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `htmx.org` 2.0.11 and 4.0.1.
 * @see https://unpkg.com/htmx.org@4.0.1/dist/ext/hx-multipart.js
 */
export const client: Client = {
  name: 'htmx',
  headers: 'hx-*',
};
