import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `meilisearch` 0.62.0.
 * @see https://unpkg.com/meilisearch@0.62.0/dist/index.js
 */
export const client: Client = {
  name: 'Meilisearch',
  headers: 'x-meilisearch-client',
};
