import type { Client } from '../client.ts';

/**
 * As the source of `voyageai` 0.4.0 has it.
 * @see https://unpkg.com/voyageai@0.4.0/dist/cjs/BaseClient.js
 */
export const client: Client = {
  name: 'Voyage AI',
  headers: 'x-fern-*',
  family: 'Fern',
  hosts: 'voyageai.com',
  script: 'voyageai',
};
