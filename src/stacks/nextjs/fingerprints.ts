import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  { certainty: 'sure', headers: { 'x-powered-by': /^Next\.js$/ } },
  { certainty: 'sure', headers: { vary: /\bnext-router-state-tree\b/ } },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [204],
    headers: { allow: /./, vary: /^rsc, next-router-state-tree\b/, 'access-control-allow-origin': false },
  },
];
