import type { Client } from '../client.ts';

/**
 * As the source of `@ai-sdk/anthropic` 3.0.140 has it.
 * Its provider for Anthropic.
 * @see https://unpkg.com/@ai-sdk/anthropic@3.0.140/dist/index.js
 */
export const client: Client = {
  name: 'AI SDK',
  headers: 'anthropic-version anthropic-beta',
  without: 'x-stainless-*',
  script: '@ai-sdk/anthropic',
};
