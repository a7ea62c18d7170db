import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { JSON_TYPE, UVICORN } from '../shared/python-marks.ts';

/**
 * By its own errors alone: what CORSMiddleware answers, it answers in Starlette, too. Whatever asks for CORS,
 * CORSMiddleware answers: a preflight's 405 or 404 is that of an app without it.
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
];
