import type { Client } from '../client.ts';

/**
 * As the source of `@nextcloud/axios` 2.6.0 has it.
 * @see https://unpkg.com/@nextcloud/axios@2.6.0/dist/client.js
 */
export const client: Client = {
  name: 'Nextcloud',
  headers: 'requesttoken',
  beside: 'x-requested-with',
};
