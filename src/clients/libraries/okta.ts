import type { Client } from '../client.ts';

/**
 * As the source of `@okta/okta-auth-js` 8.0.1 has it.
 * @see https://unpkg.com/@okta/okta-auth-js@8.0.1/cjs/http/OktaUserAgent.js
 */
export const client: Client = {
  name: 'Okta',
  headers: 'x-okta-user-agent-extended',
  beside: 'x-device-fingerprint',
};
