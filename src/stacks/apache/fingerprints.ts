import type { Fingerprint } from '../fingerprint.ts';

/** How Apache names itself. `ServerTokens` decides on the length. */
const SERVER = /^Apache(?:\/[\d.]+)?(?: |$)/;

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    own: true,
    status: [301, 302, 307, 308, 400, 401, 403, 404, 405, 413, 500, 501, 502, 503, 504],
    // No framework sends this by default. Apache's own pages do.
    headers: { server: SERVER, 'content-type': /^text\/html; charset=iso-8859-1$/ },
  },
  { certainty: 'sure', headers: { server: SERVER } },
];
