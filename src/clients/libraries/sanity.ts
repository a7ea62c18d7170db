import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@sanity/client` 8.15.0.
 * @see https://unpkg.com/@sanity/client@7.28.0/dist/index.browser.cjs
 */
export const client: Client = {
  name: 'Sanity',
  headers: 'x-sanity-*',
};
