import type { Fingerprint } from '../fingerprint.ts';

/** What it writes of itself; `ServerTokens` decides how much. */
const SERVER = /^Apache(?:\/[\d.]+)?(?: |$)/;

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    own: true,
    status: [301, 302, 307, 308, 400, 401, 403, 404, 405, 413, 500, 501, 502, 503, 504],
    // No framework's default, but the one of Apache's own pages.
    headers: { server: SERVER, 'content-type': /^text\/html; charset=iso-8859-1$/ },
  },
  { certainty: 'sure', headers: { server: SERVER } },
];
