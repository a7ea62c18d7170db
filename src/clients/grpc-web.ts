import type { Client } from './client.ts';

export const grpcWeb: Client = {
  name: 'gRPC-Web',
  headers: /^(?:x-grpc-web|x-user-agent|grpc-.*)$/,
  credentials: null,
  setting: null,
  docs: 'https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md',
};
