import { client } from '../libraries/apollo.ts';
import type { Stop } from '../stop.ts';

/** Run against `@apollo/client` 4.3.8, which adds them only where this option is set. */
export const stop: Stop = {
  client,
  setting: 'clientAwareness',
  docs: 'https://www.apollographql.com/docs/react/api/core/ApolloClient',
  stops: 'apollographql-client-name apollographql-client-version',
  steps: () => [],
};
