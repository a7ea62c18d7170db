import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';
import { byteLength, pathAndQuery } from '../shared/body-length.ts';
import { JSON_UTF8, NO_CORS } from '../shared/node-marks.ts';

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    status: [404],
    headers: { 'x-powered-by': /^Express$/, 'content-type': JSON_UTF8 },
    contentLength: nestNotFoundLength,
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'x-powered-by': /^Express$/, 'content-type': JSON_UTF8, ...NO_CORS },
    contentLength: nestNotFoundLength,
  },
  // Without X-Powered-By, which Helmet removes, or on Fastify.
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': JSON_UTF8, ...NO_CORS },
    contentLength: nestNotFoundLength,
  },
  {
    certainty: 'likely',
    status: [500],
    headers: { 'x-powered-by': /^Express$/, 'content-type': JSON_UTF8 },
    contentLength: () => byteLength('{"statusCode":500,"message":"Internal server error"}'),
  },
];

/** @see https://github.com/nestjs/nest/blob/master/packages/core/router/routes-resolver.ts */
function nestNotFoundLength({ method, url }: ServerAnswer): number {
  const message = `Cannot ${method} ${pathAndQuery(url)}`;
  return byteLength(JSON.stringify({ message, error: 'Not Found', statusCode: 404 }));
}
