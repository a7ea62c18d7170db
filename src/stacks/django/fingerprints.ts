import type { Fingerprint } from '../fingerprint.ts';
import { ANY_VALUE } from '../shared/any-value.ts';
import { HTML_TYPE } from '../shared/python-marks.ts';

const WSGI_SERVER = /^WSGIServer\//;
/** The headers that SecurityMiddleware and XFrameOptionsMiddleware add. Every new project has both. */
const SECURITY_HEADERS = {
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
      headers: { server: WSGI_SERVER, ...SECURITY_HEADERS, vary },
    },
    {
      certainty: 'likely',
      cors: 'not-configured',
      to: 'preflight',
      headers: { ...SECURITY_HEADERS, vary },
    },
  ]),
  { certainty: 'sure', headers: { server: WSGI_SERVER, ...SECURITY_HEADERS } },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [200],
    headers: {
      server: WSGI_SERVER,
      vary: WITH_ORIGIN,
      'content-type': HTML_TYPE,
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
      'content-type': HTML_TYPE,
      'content-length': /^0$/,
      'access-control-allow-headers': ANY_VALUE,
    },
  },
  { certainty: 'likely', headers: SECURITY_HEADERS },
];
