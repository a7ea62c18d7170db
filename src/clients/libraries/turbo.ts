import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@hotwired/turbo` 8.0.23.
 * @see https://unpkg.com/@hotwired/turbo@8.0.23/dist/turbo.es2017-esm.js
 */
export const client: Client = {
  name: 'Turbo',
  headers: 'turbo-frame x-turbo-request-id',
};
