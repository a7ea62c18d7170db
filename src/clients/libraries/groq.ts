import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `groq-sdk` 1.6.0.
 * @see https://unpkg.com/groq-sdk@1.6.0/client.js
 */
export const client: Client = {
  name: 'Groq',
  headers: 'x-stainless-*',
  family: 'Stainless',
  hosts: 'groq.com',
  script: 'groq-sdk',
};
