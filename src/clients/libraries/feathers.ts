import type { Client } from '../client.ts';

/**
 * As the source of `@feathersjs/rest-client` 5.0.50 has it.
 * @see https://unpkg.com/@feathersjs/rest-client@5.0.50/lib/base.js
 */
export const client: Client = {
  name: 'Feathers',
  headers: 'x-service-method',
};
