import type { Client } from '../client.ts';

/**
 * As the source of `@openreplay/tracker` 19.0.1 has it.
 * @see https://unpkg.com/@openreplay/tracker@19.0.1/dist/cjs/entry.js
 */
export const client: Client = {
  name: 'OpenReplay',
  headers: 'x-openreplay-*',
};
