import type { Fingerprint } from '../fingerprint.ts';

const RAILS = {
  'x-request-id': /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  'x-runtime': /^\d+\.\d{6}$/,
};

/** A refusal of rack-cors has no mark: it is an empty 200. */
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
];
