import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://www.keycloak.org/securing-apps/oidc-layers: Keycloak allows every preflight. Its answers allow only origins
  // of the client.
  {
    certainty: 'likely',
    cors: 'refused',
    to: 'request',
    url: /\/realms\/[^/]+\/protocol\/openid-connect\//,
    headers: { 'access-control-allow-origin': false },
  },
  {
    certainty: 'likely',
    url: /\/realms\/[^/]+\/(?:protocol|broker|account|\.well-known)\//,
    headers: {},
  },
];
