import type { Client } from '../client.ts';

/**
 * As the source of `@knocklabs/client` 0.22.2 has it.
 * @see https://unpkg.com/@knocklabs/client@0.22.2/dist/cjs/api.js
 */
export const client: Client = {
  name: 'Knock',
  headers: 'x-knock-*',
};
