import type { Client } from '../client.ts';

/**
 * As the source of `filepond` 4.32.12 has it.
 * @see https://unpkg.com/filepond@4.32.12/dist/filepond.esm.js
 */
export const client: Client = {
  name: 'FilePond',
  headers: 'upload-length upload-name upload-offset',
};
