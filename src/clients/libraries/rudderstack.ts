import type { Client } from '../client.ts';

/**
 * As the source of `@rudderstack/analytics-js` 3.34.1 has it.
 * @see https://unpkg.com/@rudderstack/analytics-js@3.34.1/dist/npm/legacy/bundled/cjs/index.cjs
 */
export const client: Client = {
  name: 'RudderStack',
  headers: 'anonymousid rsa-*',
};
