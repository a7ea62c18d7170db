import type { Client } from '../client.ts';

/**
 * As the source of `@uppy/companion-client` 5.1.1 has it.
 * @see https://unpkg.com/@uppy/companion-client@5.1.1/lib/Provider.js
 */
export const client: Client = {
  name: 'Uppy',
  headers: 'uppy-auth-token uppy-credentials-params',
};
