import type { Fingerprint } from '../recognise.ts';
import { NGINX_PAGE, NGINX_SERVER } from '../shared/nginx-page.ts';

export const nginx: readonly Fingerprint[] = [
  { ...NGINX_PAGE, stack: 'nginx', certainty: 'sure' },
  { stack: 'nginx', certainty: 'sure', headers: { server: NGINX_SERVER } },
];
