import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@notionhq/client` 5.26.0.
 * @see https://unpkg.com/@notionhq/client@5.26.0/build/src/Client.js
 */
export const client: Client = {
  name: 'Notion',
  headers: 'notion-version',
};
