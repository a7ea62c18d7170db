import type { Fingerprint } from '../fingerprint.ts';
import { byteLength } from '../shared/body-length.ts';
import { NO_CORS, UNNAMED } from '../shared/node-marks.ts';

const HONO_TEXT = /^text\/plain; charset=UTF-8$/;

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'likely',
    status: [404],
    headers: { 'content-type': HONO_TEXT, ...UNNAMED },
    contentLength: () => byteLength('404 Not Found'),
  },
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': HONO_TEXT, ...UNNAMED, ...NO_CORS },
    contentLength: () => byteLength('404 Not Found'),
  },
  {
    certainty: 'likely',
    to: 'preflight',
    status: [204],
    headers: {
      'access-control-allow-methods': /^GET,HEAD,PUT,POST,DELETE,PATCH(,QUERY)?$/,
      vary: /^Origin, Access-Control-Request-Headers$/,
      ...UNNAMED,
    },
  },
];
