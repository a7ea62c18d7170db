import type { Client } from '../client.ts';

/**
 * As the source of `llama-stack-client` 0.7.3 has it.
 * @see https://unpkg.com/llama-stack-client@0.7.3/dist/core.js
 */
export const client: Client = {
  name: 'Llama Stack',
  headers: 'x-stainless-*',
  family: 'Stainless',
  script: 'llama-stack-client',
};
