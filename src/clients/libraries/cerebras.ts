import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@cerebras/cerebras_cloud_sdk` 1.91.0.
 * @see https://unpkg.com/@cerebras/cerebras_cloud_sdk@1.91.0/core.js
 */
export const client: Client = {
  name: 'Cerebras',
  headers: 'x-stainless-*',
  family: 'Stainless',
  hosts: 'cerebras.ai',
  script: '@cerebras/cerebras_cloud_sdk',
};
