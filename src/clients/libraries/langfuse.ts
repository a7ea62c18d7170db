import type { Client } from '../client.ts';

/**
 * As the source of `langfuse` 3.39.2 has it.
 * @see https://unpkg.com/langfuse@3.39.2/lib/index.cjs.js
 */
export const client: Client = {
  name: 'Langfuse',
  headers: 'x-langfuse-*',
};
