import type { Fingerprint } from '../fingerprint.ts';
import { byteLength } from '../shared/body-length.ts';
import { JSON_UTF8, NO_CORS } from '../shared/node-marks.ts';

const HAPI = { 'content-type': JSON_UTF8, 'cache-control': /^no-cache$/ } as const;
const HAPI_NOT_FOUND = '{"statusCode":404,"error":"Not Found","message":"Not Found"}';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    status: [404],
    headers: HAPI,
    contentLength: () => byteLength(HAPI_NOT_FOUND),
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { ...HAPI, ...NO_CORS },
    contentLength: () => byteLength(HAPI_NOT_FOUND),
  },
  ...['Origin not allowed', 'Some headers are not allowed'].map(
    (what): Fingerprint => ({
      certainty: 'sure',
      cors: 'refused',
      to: 'preflight',
      status: [200],
      headers: { ...HAPI, 'access-control-allow-origin': false },
      contentLength: () => byteLength(`{"message":"CORS error: ${what}"}`),
    }),
  ),
  {
    certainty: 'likely',
    to: 'request',
    headers: { ...HAPI, 'accept-ranges': /^bytes$/ },
  },
];
