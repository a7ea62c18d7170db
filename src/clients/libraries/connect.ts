import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@connectrpc/connect-web` 2.3.0.
 * @see https://unpkg.com/@connectrpc/connect@2.3.0/dist/cjs/protocol-connect/headers.js
 */
export const client: Client = {
  name: 'Connect',
  headers: 'connect-*',
};
