import type { Client } from '../client.ts';

/**
 * As the source of `@wordpress/api-fetch` 7.56.0 has it.
 * @see https://unpkg.com/@wordpress/api-fetch@7.56.0/build/middlewares/nonce.cjs
 */
export const client: Client = {
  name: 'WordPress',
  headers: 'x-wp-*',
  beside: 'x-http-method-override',
};
