import type { Client } from '../client.ts';

/**
 * As the source of `@coinbase/wallet-sdk` 4.4.0 has it.
 * @see https://unpkg.com/@coinbase/wallet-sdk@4.4.0/dist/util/provider.js
 */
export const client: Client = {
  name: 'Coinbase Wallet',
  headers: 'x-cbw-*',
};
