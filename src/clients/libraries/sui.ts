import type { Client } from '../client.ts';

/**
 * As the source of `@mysten/sui` 1.45.2 has it.
 * @see https://unpkg.com/@mysten/sui@1.45.2/dist/cjs/jsonRpc/http-transport.js
 */
export const client: Client = {
  name: 'Sui',
  headers: 'client-sdk-type client-sdk-version client-target-api-version client-request-method',
};
