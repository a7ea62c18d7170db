import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { JSON_TYPE, PLAIN_TYPE, UVICORN } from '../shared/python-marks.ts';

/**
 * Only their own answers tell FastAPI from Starlette. CORSMiddleware is the same in both, and FastAPI is far more
 * frequent. CORSMiddleware answers every preflight itself, so a preflight's 404 or 405 comes from an app without it.
 */
export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: UVICORN, allow: ANY_VALUE, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Method Not Allowed"}'.length,
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { server: UVICORN, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Not Found"}'.length,
  },
  {
    certainty: 'sure',
    to: 'request',
    status: [404],
    headers: { server: UVICORN, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Not Found"}'.length,
  },
  {
    // Behind a proxy, or on another ASGI server.
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { allow: ANY_VALUE, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Method Not Allowed"}'.length,
  },
  {
    // "Disallowed CORS " and one or several of "origin", "method", "headers".
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [400],
    headers: {
      'content-type': PLAIN_TYPE,
      'access-control-allow-methods': ANY_VALUE,
      'access-control-max-age': ANY_VALUE,
      'content-length': /^(?:22|23|30|31|39)$/,
    },
  },
  {
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: {
      'content-type': PLAIN_TYPE,
      'access-control-allow-methods': ANY_VALUE,
      'access-control-max-age': ANY_VALUE,
    },
    contentLength: () => 'OK'.length,
  },
  { certainty: 'likely', headers: { server: UVICORN, 'content-type': JSON_TYPE } },
];
