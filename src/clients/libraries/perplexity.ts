import type { Client } from '../client.ts';

/**
 * As the source of `@perplexity-ai/perplexity_ai` 0.38.5 has it.
 * @see https://unpkg.com/@perplexity-ai/perplexity_ai@0.38.5/dist/client.js
 */
export const client: Client = {
  name: 'Perplexity',
  headers: 'x-pplx-* x-source x-title',
  always: 'x-pplx-*',
};
