import type { Fingerprint } from '../fingerprint.ts';
import { byteLength } from '../shared/body-length.ts';
import { NO_CORS, UNNAMED } from '../shared/node-marks.ts';

const KOA_TEXT = /^text\/plain; charset=utf-8$/;
/** How long Node keeps a connection, by default: Starlette's text is the same. */
const NODE = { 'keep-alive': /^timeout=5$/ } as const;

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': KOA_TEXT, ...NODE, ...UNNAMED, ...NO_CORS },
    contentLength: () => byteLength('Not Found'),
  },
  // @koa/router, which names HEAD before GET.
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: { allow: /^HEAD, GET\b|^\w+$/, 'content-type': KOA_TEXT, ...UNNAMED, ...NO_CORS },
    contentLength: () => 0,
  },
  // @koa/cors lets the routes answer if the origin isn't allowed.
  {
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [200, 404],
    headers: {
      vary: /^Origin$/,
      'access-control-allow-origin': false,
      'content-type': KOA_TEXT,
      ...NODE,
      ...UNNAMED,
    },
    contentLength: ({ status }) => (status === 200 ? 0 : byteLength('Not Found')),
  },
  {
    certainty: 'likely',
    to: 'preflight',
    status: [204],
    headers: {
      'access-control-allow-methods': /^GET,HEAD,PUT,POST,DELETE,PATCH$/,
      vary: /^Origin$/,
      ...UNNAMED,
    },
  },
];
