import type { Client } from '../client.ts';

/**
 * As the source of `@medusajs/js-sdk` 2.21.2 has it.
 * @see https://unpkg.com/@medusajs/js-sdk@2.21.2/dist/client.js
 */
export const client: Client = {
  name: 'Medusa',
  headers: 'x-publishable-api-key x-medusa-*',
};
