import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `convex` 1.49.0.
 * @see https://unpkg.com/convex@1.48.0/dist/browser.bundle.js
 */
export const client: Client = {
  name: 'Convex',
  headers: 'convex-client',
};
