import type { Client } from '../client.ts';

/**
 * As the source of `@aptos-labs/ts-sdk` 6.3.1 has it.
 * @see https://unpkg.com/@aptos-labs/ts-sdk@6.3.1/dist/common/index.js
 */
export const client: Client = {
  name: 'Aptos',
  headers: 'x-aptos-*',
};
