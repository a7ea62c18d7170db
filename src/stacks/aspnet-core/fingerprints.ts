import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel, and
  // https://learn.microsoft.com/aspnet/core/security/cors: the middleware answers every preflight with 204.
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404, 405],
    headers: { server: /^Kestrel$/, 'access-control-allow-origin': false },
  },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: { server: /^Kestrel$/, 'access-control-allow-origin': false },
  },
  { certainty: 'sure', headers: { server: /^Kestrel$/ } },
];
