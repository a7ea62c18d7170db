import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@azure/storage-blob` 12.34.0.
 * @see https://github.com/Azure/azure-sdk-for-js
 */
export const client: Client = {
  name: 'Azure SDK',
  headers: 'x-ms-useragent x-ms-client-request-id x-ms-documentdb-* x-ms-cosmos-*',
  beside: 'x-ms-*',
};
