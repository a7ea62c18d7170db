import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-ray
  {
    certainty: 'sure',
    headers: { server: /^cloudflare$/, 'cf-ray': /^[0-9a-f]{16}(?:-[A-Z]{3})?$/ },
  },
];
