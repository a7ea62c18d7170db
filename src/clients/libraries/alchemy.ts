import type { Client } from '../client.ts';

/**
 * As the source of `alchemy-sdk` 3.6.5 has it.
 * @see https://unpkg.com/alchemy-sdk@3.6.5/dist/cjs/alchemy-provider-13ec895f.js
 */
export const client: Client = {
  name: 'Alchemy',
  headers: 'alchemy-ethers-sdk-*',
};
