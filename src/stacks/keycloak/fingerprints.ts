import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://www.keycloak.org/securing-apps/oidc-layers: every preflight passes; origins that the client doesn't have get
  // no header in the answer.
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
