import type { Client } from '../client.ts';

/**
 * As the source of `@fal-ai/client` 1.10.1 has it.
 * @see https://unpkg.com/@fal-ai/client@1.10.1/src/headers.js
 */
export const client: Client = {
  name: 'fal',
  headers: 'x-fal-*',
};
