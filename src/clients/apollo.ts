import type { Client } from './client.ts';

export const apollo: Client = {
  name: 'Apollo Client',
  headers: /^(?:apollographql-client-(?:name|version)|apollo-require-preflight|x-apollo-.*)$/,
  credentials: null,
  setting: null,
  docs: 'https://www.apollographql.com/docs/apollo-server/security/cors',
};
