import type { Fingerprint } from '../fingerprint.ts';

/**
 * By default, `@elysiajs/cors` exposes the names of the request's own headers, which nobody would list, and lets a
 * preflight be cached for 5 seconds.
 * @see https://github.com/elysiajs/elysia-cors/blob/main/src/index.ts
 */
const CORS_DEFAULTS = {
  'access-control-expose-headers': /\baccess-control-request-method\b/,
  'access-control-max-age': /^5$/,
};

/**
 * Elysia is recognised only if CORS is set up. Without CORS it answers like any server that uses the Fetch API's
 * responses.
 */
export const fingerprints: readonly Fingerprint[] = [
  { certainty: 'sure', to: 'preflight', status: [204], headers: CORS_DEFAULTS },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: { ...CORS_DEFAULTS, 'access-control-allow-origin': false },
  },
];
