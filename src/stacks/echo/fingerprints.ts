import type { Fingerprint } from '../fingerprint.ts';
import { CANONICAL_LIST, SILENT, SPELLED } from '../shared/go-marks.ts';
import { NO_CORS } from '../shared/no-cors.ts';

const BODIES: Readonly<Record<number, string>> = {
  404: '{"message":"Not Found"}\n',
  405: '{"message":"Method Not Allowed"}\n',
};

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404, 405],
    headers: { ...SILENT, ...NO_CORS, 'content-type': /^application\/json; charset=UTF-8$/ },
    spelled: SPELLED,
    contentLength: ({ status }) => BODIES[status]?.length ?? -1,
  },
  {
    certainty: 'likely',
    to: 'request',
    headers: { ...SILENT, 'content-type': /^application\/json; charset=UTF-8$/ },
    spelled: SPELLED,
  },
  // Its middleware, for an origin that isn't in the list.
  {
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: { ...SILENT, ...NO_CORS, vary: /^Origin$/, allow: false },
    spelled: SPELLED,
  },
  // Echo sends header names as the code spells them, unlike gin-contrib/cors.
  {
    certainty: 'likely',
    to: 'preflight',
    status: [204],
    headers: {
      ...SILENT,
      vary: /^Access-Control-Request-Headers$/,
      'access-control-allow-methods': /^[A-Z]+(?:,[A-Z]+)*$/,
      'access-control-allow-headers': new RegExp(`^(?!${CANONICAL_LIST}$)[^, ]+(?:,[^, ]+)*$`),
    },
    spelled: SPELLED,
  },
];
