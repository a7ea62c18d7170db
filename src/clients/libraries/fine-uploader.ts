import type { Client } from '../client.ts';

/**
 * As the source of `fine-uploader` 5.16.2 has it.
 * @see https://unpkg.com/fine-uploader@5.16.2/all.fine-uploader/all.fine-uploader.core.js
 */
export const client: Client = {
  name: 'Fine Uploader',
  headers: 'x-requested-with',
  always: 'cache-control',
};
