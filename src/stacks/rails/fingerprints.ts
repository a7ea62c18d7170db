import { python } from '../fastapi/fingerprints.ts';
import type { Fingerprint } from '../recognise.ts';

const ANY = /./;
const RAILS = {
  'x-request-id': /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  'x-runtime': /^\d+\.\d{6}$/,
};
/** What every other server says of itself or of the answer, and Puma doesn't by itself. */
const BARE = { date: false, server: false, 'content-type': false, 'x-powered-by': false } as const;

const rails: readonly Fingerprint[] = [
  {
    // rack-cors answers each preflight, those that it refuses, too: this one came to the router.
    stack: 'rails',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: RAILS,
  },
  { stack: 'rails', certainty: 'sure', headers: RAILS },
  ...[
    { 'transfer-encoding': /^chunked$/, 'content-length': false as const },
    { 'content-length': /^0$/ },
  ].map(
    (framing): Fingerprint => ({
      stack: 'rails',
      certainty: 'likely',
      cors: 'refused',
      to: 'preflight',
      status: [200],
      headers: { ...BARE, ...framing, allow: false, 'access-control-allow-origin': false },
    }),
  ),
  {
    stack: 'rails',
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: { ...BARE, 'access-control-allow-origin': ANY, 'access-control-max-age': ANY },
  },
];

const PHP = /^PHP\//;

const php: readonly Fingerprint[] = [
  {
    stack: 'php',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    headers: {
      'x-powered-by': PHP,
      vary: false,
      'access-control-allow-origin': false,
      'access-control-allow-methods': false,
      'access-control-allow-headers': false,
    },
  },
  { stack: 'php', certainty: 'sure', headers: { 'x-powered-by': PHP } },
];

export const pythonRubyPhp: readonly Fingerprint[] = [...python, ...rails, ...php];
