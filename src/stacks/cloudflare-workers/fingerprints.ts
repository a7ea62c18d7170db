import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    url: /^https:\/\/[^/]+\.workers\.dev\//,
    headers: { server: /^cloudflare$/ },
  },
];
