import type { Fingerprint } from '../fingerprint.ts';

const ANY = /./;
const RAILS = {
  'x-request-id': /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  'x-runtime': /^\d+\.\d{6}$/,
};
/** Headers that every other server sends about itself or the answer, and that Puma alone doesn't send. */
const BARE = { date: false, server: false, 'content-type': false, 'x-powered-by': false } as const;

export const fingerprints: readonly Fingerprint[] = [
  {
    // rack-cors answers every preflight, even one that it refuses. This one reached the router.
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: RAILS,
  },
  { certainty: 'sure', headers: RAILS },
  ...[
    { 'transfer-encoding': /^chunked$/, 'content-length': false as const },
    { 'content-length': /^0$/ },
  ].map(
    (framing): Fingerprint => ({
      certainty: 'likely',
      cors: 'refused',
      to: 'preflight',
      status: [200],
      headers: { ...BARE, ...framing, allow: false, 'access-control-allow-origin': false },
    }),
  ),
  {
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: { ...BARE, 'access-control-allow-origin': ANY, 'access-control-max-age': ANY },
  },
];
