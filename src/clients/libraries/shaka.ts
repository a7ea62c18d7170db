import type { Client } from '../client.ts';

/**
 * As the source of `shaka-player` 5.2.12 has it.
 * @see https://unpkg.com/shaka-player@5.2.12/dist/shaka-player.compiled-es2021.debug.js
 */
export const client: Client = {
  name: 'Shaka Player',
  headers: 'cmcd-object cmcd-request cmcd-session cmcd-status',
};
