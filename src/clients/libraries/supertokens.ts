import type { Client } from '../client.ts';

/**
 * As the source of `supertokens-web-js` 0.16.0 has it.
 * @see https://unpkg.com/supertokens-web-js@0.16.0/bundle/emailpassword.9ad12a0b9dfd0097aad2.js
 */
export const client: Client = {
  name: 'SuperTokens',
  headers: 'fdi-version st-auth-mode',
  beside: 'rid anti-csrf',
};
