import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/
  {
    certainty: 'sure',
    status: [301, 302, 303, 307],
    headers: { location: /^https:\/\/[a-z0-9-]+\.cloudflareaccess\.com\// },
  },
  { certainty: 'sure', headers: { 'cf-access-aud': /^[0-9a-f]{64}$/ } },
];
