import type { Fingerprint } from '../fingerprint.ts';
import { NGINX_PAGE } from '../shared/nginx-page.ts';

export const fingerprints: readonly Fingerprint[] = [
  // nginx's own page, without the challenge that auth_basic sends.
  {
    ...NGINX_PAGE,
    certainty: 'likely',
    to: 'preflight',
    status: [401],
    headers: { ...NGINX_PAGE.headers, 'www-authenticate': false },
  },
];
