import type { Client } from '../client.ts';

/**
 * As the source of `@stytch/vanilla-js` 6.3.0 has it.
 * @see https://unpkg.com/@stytch/vanilla-js@6.3.0/dist/cjs/StytchSSRProxy-ftqEmRH1.js
 */
export const client: Client = {
  name: 'Stytch',
  headers: 'x-sdk-client x-sdk-parent-host',
  always: 'x-sdk-parent-host',
};
