import type { Client } from '../client.ts';

/**
 * As the source of `@xata.io/client` 0.30.1 has it.
 * @see https://unpkg.com/@xata.io/client@0.30.1/dist/index.cjs
 */
export const client: Client = {
  name: 'Xata',
  headers: 'x-xata-*',
};
