import type { Fingerprint } from '../fingerprint.ts';
import { CANONICAL_LIST, SILENT, SPELLED } from '../shared/go-marks.ts';
import { NO_CORS } from '../shared/no-cors.ts';

/** net/http ends the body with a line feed; gin doesn't. */
const BODIES: Readonly<Record<number, string>> = {
  404: '404 page not found',
  405: '405 method not allowed',
};

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404, 405],
    headers: { ...SILENT, ...NO_CORS, 'content-type': /^text\/plain$/ },
    spelled: SPELLED,
    contentLength: ({ status }) => BODIES[status]?.length ?? -1,
  },
  {
    certainty: 'likely',
    to: 'request',
    status: [404, 405],
    headers: { ...SILENT, 'content-type': /^text\/plain$/ },
    spelled: SPELLED,
    contentLength: ({ status }) => BODIES[status]?.length ?? -1,
  },
  // gin-contrib/cors, for an origin that isn't in its list. The preflight and the request get the same answer.
  {
    certainty: 'likely',
    cors: 'refused',
    status: [403],
    headers: { ...SILENT, ...NO_CORS, vary: false, 'content-type': false },
    spelled: SPELLED,
    contentLength: () => 0,
  },
  // It spells header names as Go does, and separates those of a list by a comma alone.
  {
    certainty: 'likely',
    to: 'preflight',
    status: [204],
    headers: {
      ...SILENT,
      vary: /^Access-Control-Request-Headers$/,
      'access-control-allow-methods': /^[A-Z]+(?:,[A-Z]+)*$/,
      'access-control-allow-headers': new RegExp(`^${CANONICAL_LIST}$`),
    },
    spelled: SPELLED,
  },
  {
    certainty: 'likely',
    to: 'request',
    headers: { ...SILENT, 'content-type': /^application\/json; charset=utf-8$/ },
    spelled: SPELLED,
  },
];
