import type { Client } from '../client.ts';

/**
 * As the source of `@splitsoftware/splitio-commons` 2.12.1 has it.
 * @see https://unpkg.com/@splitsoftware/splitio-commons@2.12.1/cjs/services/decorateHeaders.js
 */
export const client: Client = {
  name: 'Split',
  headers: 'splitsdk*',
};
