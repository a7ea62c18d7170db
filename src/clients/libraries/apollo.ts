import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@apollo/client` 4.3.8.
 * @see https://www.apollographql.com/docs/react/api/core/ApolloClient
 */
export const client: Client = {
  name: 'Apollo Client',
  headers: 'apollographql-client-*',
  beside: 'apollo-require-preflight',
};
