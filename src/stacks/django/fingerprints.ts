import type { Fingerprint } from '../fingerprint.ts';
import { ANY, HTML } from '../shared/python-marks.ts';

const WSGI_SERVER = /^WSGIServer\//;
/** The headers that SecurityMiddleware and XFrameOptionsMiddleware add. Every new project has both. */
const HARDENED = {
  'x-frame-options': /^(?:DENY|SAMEORIGIN)$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
};
/** django-cors-headers always names the origin in Vary. */
const NO_ORIGIN = /^(?!.*\borigin\b)/i;
const WITH_ORIGIN = /\borigin\b/i;

export const fingerprints: readonly Fingerprint[] = [
  ...[false as const, NO_ORIGIN].flatMap((vary): Fingerprint[] => [
    {
      certainty: 'sure',
      cors: 'not-configured',
      to: 'preflight',
      headers: { server: WSGI_SERVER, ...HARDENED, vary },
    },
    {
      certainty: 'likely',
      cors: 'not-configured',
      to: 'preflight',
      headers: { ...HARDENED, vary },
    },
  ]),
  { certainty: 'sure', headers: { server: WSGI_SERVER, ...HARDENED } },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [200],
    headers: {
      server: WSGI_SERVER,
      vary: WITH_ORIGIN,
      'content-type': HTML,
      'content-length': /^0$/,
      'access-control-allow-origin': false,
    },
  },
  {
    certainty: 'sure',
    to: 'preflight',
    status: [200],
    headers: {
      server: WSGI_SERVER,
      vary: WITH_ORIGIN,
      'content-type': HTML,
      'content-length': /^0$/,
      'access-control-allow-headers': ANY,
    },
  },
  { certainty: 'likely', headers: HARDENED },
  { certainty: 'likely', headers: { server: /^(?:WSGIServer\/|daphne$)/i } },
];
