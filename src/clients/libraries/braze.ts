import type { Client } from '../client.ts';

/**
 * As the source of `@braze/web-sdk` 6.13.0 has it.
 * @see https://unpkg.com/@braze/web-sdk@6.13.0/src/managers/network-manager.js
 */
export const client: Client = {
  name: 'Braze',
  headers: 'x-braze-*',
  beside: 'x-requested-with',
};
