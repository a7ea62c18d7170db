import type { Fingerprint } from '../fingerprint.ts';
import { NGINX_PAGE, NGINX_SERVER } from '../shared/nginx-page.ts';

export const fingerprints: readonly Fingerprint[] = [
  { ...NGINX_PAGE, certainty: 'sure' },
  { certainty: 'sure', headers: { server: NGINX_SERVER } },
];
