import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@google/genai` 3.3.0.
 * @see https://unpkg.com/@google/genai@2.32.0/dist/index.cjs
 */
export const client: Client = {
  name: 'Google',
  headers: 'x-goog-api-client x-goog-request-params x-goog-upload-* x-goog-user-project',
  beside: 'x-goog-* x-server-timeout',
};
