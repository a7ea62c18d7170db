import type { Client } from './client.ts';

export const connect: Client = {
  name: 'Connect',
  headers: /^connect-(?:protocol-version|timeout-ms|.*-encoding)$/,
  credentials: null,
  setting: null,
  docs: 'https://connectrpc.com/docs/cors',
};
