import type { Fingerprint } from '../fingerprint.ts';
import { NO_CORS } from '../shared/no-cors.ts';

/** It tells how long it keeps the connection, as few do; Node does, with five seconds by default. */
const KEEPS = { server: false, 'x-powered-by': false, 'keep-alive': /^timeout=(?!5$)\d+$/ } as const;

export const fingerprints: readonly Fingerprint[] = [
  // Its own error page, in the language of the system.
  {
    certainty: 'sure',
    status: [400, 401, 403, 404, 405, 500, 501, 503],
    headers: {
      server: false,
      'content-type': /^text\/html;charset=utf-8$/,
      'content-language': /^[a-z]{2}(?:-|$)/,
    },
  },
  // A servlet's doOptions.
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: { ...KEEPS, ...NO_CORS, allow: /^(?:[A-Z]+, )*OPTIONS$/ },
    contentLength: () => 0,
  },
  // CorsFilter, whatever isn't allowed; the preflight and the request alike.
  {
    certainty: 'likely',
    cors: 'refused',
    status: [403],
    headers: { ...KEEPS, ...NO_CORS, 'content-type': /^text\/plain$/ },
    contentLength: () => 0,
  },
  // CorsFilter spells this one name so, among others with capitals.
  {
    certainty: 'likely',
    headers: KEEPS,
    spelled: ['vary', 'Access-Control-Allow-Origin'],
  },
];
