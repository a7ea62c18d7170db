import type { Fingerprint } from '../fingerprint.ts';

const PHP = /^PHP\//;

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    headers: {
      'x-powered-by': PHP,
      vary: false,
      'access-control-allow-origin': false,
      'access-control-allow-methods': false,
      'access-control-allow-headers': false,
    },
  },
  { certainty: 'sure', headers: { 'x-powered-by': PHP } },
];
