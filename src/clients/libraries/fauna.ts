import type { Client } from '../client.ts';

/**
 * As the source of `fauna` 2.5.0 has it.
 * @see https://unpkg.com/fauna@2.5.0/dist/browser/index.js
 */
export const client: Client = {
  name: 'Fauna',
  headers: 'x-driver-env x-typecheck x-query-timeout-ms x-last-txn-ts',
  beside: 'x-format x-query-tags',
};
