import type { Client } from '../client.ts';

/**
 * As the source of `@builder.io/sdk` 6.3.3 has it.
 * @see https://unpkg.com/@builder.io/sdk@6.3.3/dist/index.browser.js
 */
export const client: Client = {
  name: 'Builder.io',
  headers: 'x-builder-*',
};
