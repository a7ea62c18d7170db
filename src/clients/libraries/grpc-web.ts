import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `grpc-web` 2.1.1 and `@connectrpc/connect-web` 2.3.0.
 * @see https://unpkg.com/@connectrpc/connect@2.3.0/dist/cjs/protocol-grpc-web/headers.js
 */
export const client: Client = {
  name: 'gRPC-Web',
  headers: 'x-grpc-web',
  beside: 'x-user-agent grpc-*',
};
