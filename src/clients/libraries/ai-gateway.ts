import type { Client } from '../client.ts';

/**
 * As the source of `@ai-sdk/gateway` 3.0.232 has it.
 * @see https://unpkg.com/@ai-sdk/gateway@3.0.232/dist/index.js
 */
export const client: Client = {
  name: 'AI Gateway',
  headers: 'ai-gateway-* ai-language-model-* ai-o11y-*',
};
