import type { Fingerprint } from '../fingerprint.ts';
import { ANY, JSON_TYPE, PLAIN, UVICORN } from '../shared/python-marks.ts';

/** CORSMiddleware: "Disallowed CORS " and "origin", "method", "headers", or several of them. */
const REFUSED = {
  cors: 'refused',
  to: 'preflight',
  status: [400],
  headers: {
    'content-type': PLAIN,
    'access-control-allow-methods': ANY,
    'access-control-max-age': ANY,
    'content-length': /^(?:22|23|30|31|39)$/,
  },
} as const satisfies Partial<Fingerprint>;

/** CORSMiddleware: "OK". */
const ALLOWED = {
  to: 'preflight',
  status: [200],
  headers: { 'content-type': PLAIN, 'access-control-allow-methods': ANY, 'access-control-max-age': ANY },
  contentLength: () => 'OK'.length,
} as const satisfies Partial<Fingerprint>;

/**
 * FastAPI is built on Starlette, and its CORSMiddleware is Starlette's: where it answers, either may run. What only
 * FastAPI sends is FastAPI's.
 * @see https://github.com/encode/starlette/blob/master/starlette/middleware/cors.py
 */
export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: UVICORN, allow: ANY, 'content-type': PLAIN },
    contentLength: () => 'Method Not Allowed'.length,
  },
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { server: UVICORN, 'content-type': PLAIN },
    contentLength: () => 'Not Found'.length,
  },
  {
    certainty: 'likely',
    status: [404, 500],
    headers: { server: UVICORN, 'content-type': PLAIN, 'content-length': /^(?:9|21)$/ },
  },
  { ...REFUSED, certainty: 'sure', headers: { ...REFUSED.headers, server: UVICORN } },
  { ...ALLOWED, certainty: 'sure', headers: { ...ALLOWED.headers, server: UVICORN } },
  // Behind a proxy, or on another ASGI server.
  { ...REFUSED, certainty: 'likely' },
  { ...ALLOWED, certainty: 'likely' },
  { certainty: 'likely', headers: { server: UVICORN, 'content-type': JSON_TYPE } },
];
