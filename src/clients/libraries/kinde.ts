import type { Client } from '../client.ts';

/**
 * As the source of `@kinde-oss/kinde-auth-react` 5.13.1 has it.
 * @see https://unpkg.com/@kinde-oss/kinde-auth-react@5.13.1/dist/js-utils-BfHPa27c.js
 */
export const client: Client = {
  name: 'Kinde',
  headers: 'kinde-sdk',
};
