import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `cohere-ai` 8.1.0.
 * @see https://unpkg.com/cohere-ai@8.1.0/BaseClient.js
 */
export const client: Client = {
  name: 'Cohere',
  headers: 'x-fern-*',
  family: 'Fern',
  hosts: 'cohere.com cohere.ai',
  script: 'cohere-ai',
};
