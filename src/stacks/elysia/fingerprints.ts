import type { Fingerprint } from '../fingerprint.ts';

/**
 * Where it isn't told otherwise, `@elysiajs/cors` exposes the names of the request's own headers, which nobody would
 * list, and has a preflight kept for 5 seconds.
 * @see https://github.com/elysiajs/elysia-cors/blob/main/src/index.ts
 */
const DEFAULTS = {
  'access-control-expose-headers': /\baccess-control-request-method\b/,
  'access-control-max-age': /^5$/,
};

/** With CORS alone. Without it, Elysia sends what any server of the Fetch API's responses may send. */
export const fingerprints: readonly Fingerprint[] = [
  { certainty: 'sure', to: 'preflight', status: [204], headers: DEFAULTS },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: { ...DEFAULTS, 'access-control-allow-origin': false },
  },
];
