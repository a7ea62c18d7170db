import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `tus-js-client` 4.3.1.
 * Uppy uploads by it, too.
 * @see https://unpkg.com/tus-js-client@4.3.1/dist/tus.js
 */
export const client: Client = {
  name: 'tus',
  headers: 'tus-resumable upload-*',
  always: 'tus-resumable upload-draft-interop-version',
};
