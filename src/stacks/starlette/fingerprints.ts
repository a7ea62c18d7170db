import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { JSON_TYPE, PLAIN_TYPE, UVICORN } from '../shared/python-marks.ts';

/** CORSMiddleware: "Disallowed CORS " and "origin", "method", "headers", or several of them. */
const REFUSED = {
  cors: 'refused',
  to: 'preflight',
  status: [400],
  headers: {
    'content-type': PLAIN_TYPE,
    'access-control-allow-methods': ANY_VALUE,
    'access-control-max-age': ANY_VALUE,
    'content-length': /^(?:22|23|30|31|39)$/,
  },
} as const satisfies Partial<Fingerprint>;

/** CORSMiddleware: "OK". */
const ALLOWED = {
  to: 'preflight',
  status: [200],
  headers: {
    'content-type': PLAIN_TYPE,
    'access-control-allow-methods': ANY_VALUE,
    'access-control-max-age': ANY_VALUE,
  },
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
    headers: { server: UVICORN, allow: ANY_VALUE, 'content-type': PLAIN_TYPE },
    contentLength: () => 'Method Not Allowed'.length,
  },
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { server: UVICORN, 'content-type': PLAIN_TYPE },
    contentLength: () => 'Not Found'.length,
  },
  {
    certainty: 'likely',
    status: [404, 500],
    headers: { server: UVICORN, 'content-type': PLAIN_TYPE, 'content-length': /^(?:9|21)$/ },
  },
  { ...REFUSED, certainty: 'sure', headers: { ...REFUSED.headers, server: UVICORN } },
  { ...ALLOWED, certainty: 'sure', headers: { ...ALLOWED.headers, server: UVICORN } },
  // Behind a proxy, or on another ASGI server.
  { ...REFUSED, certainty: 'likely' },
  { ...ALLOWED, certainty: 'likely' },
  { certainty: 'likely', headers: { server: UVICORN, 'content-type': JSON_TYPE } },
];
