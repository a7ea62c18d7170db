import type { Fingerprint } from '../fingerprint.ts';
import { NO_CORS } from '../shared/no-cors.ts';

/** Tomcat tells how long it keeps the connection, which few servers do. Node does, with five seconds by default. */
const KEEP_ALIVE = { server: false, 'x-powered-by': false, 'keep-alive': /^timeout=(?!5$)\d+$/ } as const;

export const fingerprints: readonly Fingerprint[] = [
  // Tomcat's own error page, in the language of the system.
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
    headers: { ...KEEP_ALIVE, ...NO_CORS, allow: /^(?:[A-Z]+, )*OPTIONS$/ },
    contentLength: () => 0,
  },
  // CorsFilter, if anything isn't allowed. The preflight and the request get the same answer.
  {
    certainty: 'likely',
    cors: 'refused',
    status: [403],
    headers: { ...KEEP_ALIVE, ...NO_CORS, 'content-type': /^text\/plain$/ },
    contentLength: () => 0,
  },
  // CorsFilter spells only this name so; it capitalises the others.
  {
    certainty: 'likely',
    headers: KEEP_ALIVE,
    spelled: ['vary', 'Access-Control-Allow-Origin'],
  },
];
