import type { Fingerprint } from '../fingerprint.ts';
import { nginxPageLength, OAUTH2_LOGIN } from '../shared/nginx-page.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://kubernetes.github.io/ingress-nginx/examples/auth/oauth-external-auth/: it doesn't name itself, but has nginx's
  // page, which names it. An answer, whole: https://github.com/oauth2-proxy/oauth2-proxy/issues/3427
  {
    certainty: 'likely',
    own: true,
    status: [302],
    headers: { 'content-type': /^text\/html$/, location: OAUTH2_LOGIN, server: false },
    contentLength: () => nginxPageLength('302 Found', 'nginx'),
  },
];
