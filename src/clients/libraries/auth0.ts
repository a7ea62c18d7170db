import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@auth0/auth0-spa-js` 2.28.3.
 * @see https://unpkg.com/@auth0/auth0-spa-js@2.28.3/dist/auth0-spa-js.development.js
 */
export const client: Client = {
  name: 'Auth0',
  headers: 'auth0-client',
};
