import type { Client } from '../client.ts';

/**
 * As the source of `cloudflare` 7.3.0 has it.
 * @see https://unpkg.com/cloudflare@7.3.0/client.js
 */
export const client: Client = {
  name: 'Cloudflare',
  headers: 'x-stainless-*',
  beside: 'api-version x-auth-key x-auth-email',
  always: 'api-version',
  family: 'Stainless',
  hosts: 'api.cloudflare.com',
  script: 'cloudflare',
};
