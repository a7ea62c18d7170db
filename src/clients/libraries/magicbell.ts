import type { Client } from '../client.ts';

/**
 * As the source of `@magicbell/core` 5.4.0 has it.
 * @see https://unpkg.com/@magicbell/core@5.4.0/dist/commonjs/lib/ajax.js
 */
export const client: Client = {
  name: 'MagicBell',
  headers: 'x-magicbell-*',
};
