import type { Client } from '../client.ts';

/**
 * As the source of `@snowplow/browser-tracker` 4.10.1 has it.
 * @see https://unpkg.com/@snowplow/browser-tracker@4.10.1/dist/index.umd.js
 */
export const client: Client = {
  name: 'Snowplow',
  headers: 'sp-anonymous',
};
