import type { Client } from '../client.ts';

/**
 * As the source of `@kontent-ai/core-sdk` 10.12.5 has it.
 * @see https://unpkg.com/@kontent-ai/core-sdk@10.12.5/dist/cjs/helpers/header.helper.js
 */
export const client: Client = {
  name: 'Kontent.ai',
  headers: 'x-kc-*',
};
