import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://vercel.com/docs/errors: its own errors.
  { certainty: 'sure', own: true, headers: { server: /^Vercel$/, 'x-vercel-error': /^[A-Z_]+$/ } },
  // https://vercel.com/docs/headers/response-headers
  { certainty: 'sure', headers: { server: /^Vercel$/ } },
  { certainty: 'sure', headers: { 'x-vercel-id': /^(?:[a-z]{3}\d::)+[a-z0-9]+-\d+-[0-9a-f]+$/ } },
];
