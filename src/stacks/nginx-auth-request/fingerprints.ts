import type { Fingerprint } from '../fingerprint.ts';
import { NGINX_PAGE, OAUTH2_LOGIN } from '../shared/nginx-page.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://oauth2-proxy.github.io/oauth2-proxy/configuration/integration: nginx's own page, and the login in its place.
  {
    ...NGINX_PAGE,
    certainty: 'sure',
    status: [302],
    headers: { ...NGINX_PAGE.headers, location: OAUTH2_LOGIN },
  },
  // nginx's own page, without the challenge that auth_basic sends.
  {
    ...NGINX_PAGE,
    certainty: 'likely',
    to: 'preflight',
    status: [401],
    headers: { ...NGINX_PAGE.headers, 'www-authenticate': false },
  },
];
