import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://oauth2-proxy.github.io/oauth2-proxy/features/endpoints
  { certainty: 'sure', headers: { 'gap-auth': /./ } },
  // Only itself sends somebody to the provider. To its own /oauth2/start and /oauth2/sign_in proxies send, which ask it.
  {
    certainty: 'likely',
    status: [302, 303, 307],
    headers: { location: /[?&]redirect_uri=[^&]*%2Foauth2%2Fcallback(?:&|$)/i },
  },
];
