import type { Client } from '../client.ts';

/**
 * As the source of `@pinecone-database/pinecone` 8.2.0 has it.
 * @see https://unpkg.com/@pinecone-database/pinecone@8.2.0/dist/admin/adminOperationsBuilder.js
 */
export const client: Client = {
  name: 'Pinecone',
  headers: 'x-pinecone-api-version',
  beside: 'api-key',
};
