import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `unleash-proxy-client` 3.8.2.
 * @see https://unpkg.com/unleash-proxy-client@3.8.2/build/index.cjs
 */
export const client: Client = {
  name: 'Unleash',
  headers: 'unleash-*',
};
