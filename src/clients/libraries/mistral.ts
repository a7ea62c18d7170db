import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@mistralai/mistralai` 2.7.0.
 * @see https://unpkg.com/@mistralai/mistralai@2.7.0/esm/hooks/custom_user_agent.js
 */
export const client: Client = {
  name: 'Mistral',
  headers: 'x-mistral-user-agent',
};
