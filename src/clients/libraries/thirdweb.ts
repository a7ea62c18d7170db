import type { Client } from '../client.ts';

/**
 * As the source of `thirdweb` 5.121.6 has it.
 * @see https://unpkg.com/thirdweb@5.121.6/dist/cjs/utils/fetch.js
 */
export const client: Client = {
  name: 'thirdweb',
  headers: 'x-sdk-os x-ecosystem-id x-ecosystem-partner-id',
  beside: 'x-bundle-id x-client-id x-sdk-name x-sdk-platform x-sdk-version x-team-id',
  always: 'x-sdk-os',
};
