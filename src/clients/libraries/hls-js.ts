import type { Client } from '../client.ts';

/**
 * As the source of `hls.js` 1.7.4 has it.
 * @see https://unpkg.com/hls.js@1.7.4/dist/hls.js
 */
export const client: Client = {
  name: 'hls.js',
  headers: 'cmcd-object cmcd-request cmcd-session cmcd-status',
};
