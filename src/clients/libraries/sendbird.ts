import type { Client } from '../client.ts';

/**
 * As the source of `@sendbird/chat` 4.22.12 has it.
 * @see https://unpkg.com/@sendbird/chat@4.22.12/cjs/lib/__bundle-7bd5cb78.cjs
 */
export const client: Client = {
  name: 'Sendbird',
  headers: 'sb-user-agent sendbird',
  beside: 'session-key',
};
