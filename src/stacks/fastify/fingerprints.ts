import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';
import { byteLength, pathAndQuery } from '../shared/body-length.ts';
import { JSON_UTF8, NO_CORS, REFUSED } from '../shared/node-marks.ts';

export const fingerprints: readonly Fingerprint[] = [
  { certainty: 'likely', headers: { 'keep-alive': /^timeout=72$/, 'content-type': JSON_UTF8 } },
  {
    certainty: 'likely',
    to: 'preflight',
    headers: { 'keep-alive': /^timeout=72$/, 'access-control-allow-methods': /./ },
  },
  {
    certainty: 'sure',
    status: [404],
    headers: { 'content-type': JSON_UTF8 },
    contentLength: fastifyNotFoundLength,
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': JSON_UTF8, ...NO_CORS },
    contentLength: fastifyNotFoundLength,
  },
  {
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    headers: { 'keep-alive': /^timeout=72$/, ...REFUSED },
  },
];

/** @see https://github.com/fastify/fastify/blob/main/lib/four-oh-four.js */
function fastifyNotFoundLength({ method, url }: ServerAnswer): number {
  const message = `Route ${method}:${pathAndQuery(url)} not found`;
  return byteLength(JSON.stringify({ message, error: 'Not Found', statusCode: 404 }));
}
