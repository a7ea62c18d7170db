import type { Fingerprint } from '../fingerprint.ts';
import { SILENT, SPELLED } from '../shared/go-marks.ts';
import { NO_CORS } from '../shared/no-cors.ts';

/** net/http ends the body with a line feed; gin doesn't. */
const BODIES: Readonly<Record<number, string>> = {
  404: '404 page not found',
  405: '405 method not allowed',
};

/** What gin-contrib/cors sends, Echo's middleware may send, too; an origin that isn't allowed gets an empty 403. */
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
];
