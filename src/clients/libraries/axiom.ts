import type { Client } from '../client.ts';

/**
 * As the source of `@axiomhq/js` 2.0.0 has it.
 * @see https://unpkg.com/@axiomhq/js@2.0.0/dist/cjs/httpClient.cjs
 */
export const client: Client = {
  name: 'Axiom',
  headers: 'x-axiom-*',
};
