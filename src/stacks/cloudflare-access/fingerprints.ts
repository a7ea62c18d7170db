import type { Fingerprint } from '../recognise.ts';
import { NGINX_PAGE } from '../shared/nginx-page.ts';

/** Login gateways, by the answers that are their own. */
export const gateways: readonly Fingerprint[] = [
  // https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/
  {
    stack: 'cloudflare-access',
    certainty: 'sure',
    status: [301, 302, 303, 307],
    headers: { location: /^https:\/\/[a-z0-9-]+\.cloudflareaccess\.com\// },
  },
  { stack: 'cloudflare-access', certainty: 'sure', headers: { 'cf-access-aud': /^[0-9a-f]{64}$/ } },
  // https://cloud.google.com/iap/docs/query-parameters-and-headers-howto
  { stack: 'google-iap', certainty: 'sure', headers: { 'x-goog-iap-generated-response': /^true$/i } },
  // https://oauth2-proxy.github.io/oauth2-proxy/features/endpoints
  { stack: 'oauth2-proxy', certainty: 'sure', headers: { 'gap-auth': /./ } },
  {
    stack: 'oauth2-proxy',
    certainty: 'likely',
    status: [302, 303, 307],
    headers: { location: /[?&]redirect_uri=[^&]*%2Foauth2%2Fcallback(?:&|$)|\/oauth2\/(?:start|sign_in)\b/i },
  },
  // https://www.pomerium.com/docs/internals/
  {
    stack: 'pomerium',
    certainty: 'sure',
    status: [302, 303, 307],
    headers: { location: /\/\.pomerium\/(?:sign_in|callback)\b/ },
  },
  { stack: 'pomerium', certainty: 'sure', headers: { 'x-pomerium-intercepted-response': /^true$/ } },
  // nginx's own page, without the challenge that auth_basic sends.
  {
    ...NGINX_PAGE,
    stack: 'nginx-auth-request',
    certainty: 'likely',
    to: 'preflight',
    status: [401],
    headers: { ...NGINX_PAGE.headers, 'www-authenticate': false },
  },
];
