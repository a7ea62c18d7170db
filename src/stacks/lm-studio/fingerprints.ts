import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://lmstudio.ai/docs/developer: its port and paths.
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    url: /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):1234\/(?:v1|api\/v[01])\//,
    headers: { 'x-powered-by': /^Express$/, 'access-control-allow-origin': false },
  },
  {
    certainty: 'likely',
    url: /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):1234\/(?:v1|api\/v[01])\//,
    headers: { 'x-powered-by': /^Express$/ },
  },
];
