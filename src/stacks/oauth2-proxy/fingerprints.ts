import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://oauth2-proxy.github.io/oauth2-proxy/features/endpoints
  { certainty: 'sure', headers: { 'gap-auth': /./ } },
  {
    certainty: 'likely',
    status: [302, 303, 307],
    headers: { location: /[?&]redirect_uri=[^&]*%2Foauth2%2Fcallback(?:&|$)|\/oauth2\/(?:start|sign_in)\b/i },
  },
];
