import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.railway.com/reference/errors: what its edge answers where no app does.
  { certainty: 'sure', own: true, headers: { server: /^railway-\w+$/, 'x-railway-fallback': /^true$/ } },
  { certainty: 'sure', headers: { server: /^railway-\w+$/, 'x-railway-request-id': /./ } },
  { certainty: 'sure', headers: { 'x-railway-request-id': /./, 'x-railway-edge': /./ } },
];
