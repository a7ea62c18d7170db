import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@anthropic-ai/sdk` 1.14.0.
 * @see https://unpkg.com/@anthropic-ai/sdk@1.14.0/client.js
 */
export const client: Client = {
  name: 'Anthropic',
  headers: 'anthropic-* x-stainless-*',
  always: 'anthropic-version',
  family: 'Stainless',
  hosts: 'anthropic.com',
  script: '@anthropic-ai/sdk',
};
