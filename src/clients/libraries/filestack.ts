import type { Client } from '../client.ts';

/**
 * As the source of `filestack-js` 4.3.8 has it.
 * @see https://unpkg.com/filestack-js@4.3.8/build/browser/filestack.esm.js
 */
export const client: Client = {
  name: 'Filestack',
  headers: 'filestack-*',
};
