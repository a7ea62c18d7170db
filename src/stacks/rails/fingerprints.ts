import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';

const RAILS = {
  'x-request-id': /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  'x-runtime': /^\d+\.\d{6}$/,
};
/** Headers that every other server sends about itself or the answer, and that Puma alone doesn't send. */
const PUMA_ALONE = { date: false, server: false, 'content-type': false, 'x-powered-by': false } as const;

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
      headers: { ...PUMA_ALONE, ...framing, allow: false, 'access-control-allow-origin': false },
    }),
  ),
  {
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: { ...PUMA_ALONE, 'access-control-allow-origin': ANY_VALUE, 'access-control-max-age': ANY_VALUE },
  },
];
