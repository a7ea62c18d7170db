import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';
import { byteLength, pathAndQuery } from '../shared/body-length.ts';
import { NO_CORS } from '../shared/node-marks.ts';

/** The errors of Nitro, which serves Nuxt: built, and in development. */
const NITRO_ERROR = {
  'content-type': /^application\/json$/,
  'content-security-policy':
    /^script-src ('none'; frame-ancestors 'none'|'self' 'unsafe-inline'; object-src 'none'; base-uri 'self');$/,
  'referrer-policy': /^no-referrer$/,
  'x-frame-options': /^DENY$/,
} as const;

export const fingerprints: readonly Fingerprint[] = [
  { certainty: 'sure', headers: { 'x-powered-by': /^Nuxt$/ } },
  { certainty: 'sure', headers: NITRO_ERROR },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404, 405],
    headers: { ...NITRO_ERROR, ...NO_CORS },
  },
  {
    certainty: 'sure',
    status: [404],
    headers: { 'content-type': /^application\/json$/ },
    contentLength: h3NotFoundLength,
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': /^application\/json$/, ...NO_CORS },
    contentLength: h3NotFoundLength,
  },
];

/** @see https://github.com/h3js/h3/blob/v1/src/error.ts */
function h3NotFoundLength({ url }: ServerAnswer): number {
  const statusMessage = `Cannot find any path matching ${pathAndQuery(url)}.`;
  return byteLength(JSON.stringify({ statusCode: 404, statusMessage, stack: [] }, null, 2));
}
