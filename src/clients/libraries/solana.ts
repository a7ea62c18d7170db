import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@solana/web3.js` 2.0.0.
 * @see https://unpkg.com/@solana/web3.js@2.0.0/dist/index.development.js
 */
export const client: Client = {
  name: 'Solana',
  headers: 'solana-client',
};
