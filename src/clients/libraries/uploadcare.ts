import type { Client } from '../client.ts';

/**
 * As the source of `@uploadcare/upload-client` 6.21.0 has it.
 * @see https://unpkg.com/@uploadcare/upload-client@6.21.0/dist/cjs/index.browser.cjs
 */
export const client: Client = {
  name: 'Uploadcare',
  headers: 'x-uc-user-agent',
};
