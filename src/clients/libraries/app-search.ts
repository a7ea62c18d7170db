import type { Client } from '../client.ts';

/**
 * As the source of `@elastic/app-search-javascript` 8.13.0 has it.
 * @see https://unpkg.com/@elastic/app-search-javascript@8.13.0/dist/elastic_app_search.es.js
 */
export const client: Client = {
  name: 'Elastic App Search',
  headers: 'x-swiftype-*',
  beside: 'x-elastic-client-meta',
};
