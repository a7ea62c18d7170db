import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `together-ai` 0.52.0.
 * @see https://unpkg.com/together-ai@0.52.0/client.js
 */
export const client: Client = {
  name: 'Together',
  headers: 'x-stainless-*',
  family: 'Stainless',
  hosts: 'together.xyz together.ai',
  script: 'together-ai',
};
