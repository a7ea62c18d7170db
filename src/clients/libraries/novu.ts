import type { Client } from '../client.ts';

/**
 * As the source of `@novu/js` 3.19.2 has it.
 * @see https://unpkg.com/@novu/js@3.19.2/dist/cjs/chunk-YFHLS4NO.js
 */
export const client: Client = {
  name: 'Novu',
  headers: 'novu-*',
};
