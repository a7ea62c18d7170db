import type { Client } from '../client.ts';

/**
 * As the source of `@privy-io/react-auth` 3.45.0 has it.
 * Its calls include credentials whatever the page says.
 * @see https://unpkg.com/@privy-io/react-auth@3.45.0/dist/cjs/toViemAccount-uZZbxLSe.js
 */
export const client: Client = {
  name: 'Privy',
  headers: 'privy-*',
  credentials: 'included',
};
