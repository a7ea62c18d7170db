import type { Client } from '../client.ts';

/**
 * As the source of `@azure/msal-browser` 5.30.0 has it.
 * @see https://unpkg.com/@azure/msal-browser@5.30.0/lib/custom-auth-path/msal-custom-auth.cjs
 */
export const client: Client = {
  name: 'MSAL',
  headers: 'x-anchormailbox',
};
