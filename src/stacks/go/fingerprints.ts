import type { Fingerprint } from '../fingerprint.ts';
import { SILENT, SPELLED } from '../shared/go-marks.ts';
import { NO_CORS } from '../shared/no-cors.ts';

export const fingerprints: readonly Fingerprint[] = [
  // http.Error
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: {
      ...SILENT,
      ...NO_CORS,
      'content-type': /^text\/plain; charset=utf-8$/,
      'x-content-type-options': /^nosniff$/,
    },
    spelled: SPELLED,
  },
  {
    certainty: 'likely',
    status: [400, 401, 403, 404, 405, 500],
    headers: {
      ...SILENT,
      'content-type': /^text\/plain; charset=utf-8$/,
      'x-content-type-options': /^nosniff$/,
    },
    spelled: SPELLED,
  },
  // rs/cors and its fork go-chi/cors send no CORS header if anything isn't allowed.
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [200],
    headers: { ...SILENT, ...NO_CORS, vary: /^Access-Control-Request-Headers$/, allow: false },
    spelled: SPELLED,
    contentLength: () => 0,
  },
  // Since v1.8 it answers with a 204, since v1.10 with the whole of Vary on one line.
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: {
      ...SILENT,
      ...NO_CORS,
      vary: /(?:^|, )Access-Control-Request-Headers(?:, Access-Control-Request-Private-Network)?$/,
      allow: false,
    },
    spelled: SPELLED,
  },
];
