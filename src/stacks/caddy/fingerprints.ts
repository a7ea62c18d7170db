import type { Fingerprint } from '../fingerprint.ts';

const SERVER = /^Caddy$/;

/** Caddy's own errors have no body. Caddy names no realm of the user's for `basic_auth`. */
const ownError = {
  certainty: 'sure',
  own: true,
  contentLength: () => 0,
} as const;

export const fingerprints: readonly Fingerprint[] = [
  { ...ownError, status: [502, 503, 504], headers: { server: SERVER, 'content-type': false } },
  {
    ...ownError,
    status: [401],
    headers: { server: SERVER, 'www-authenticate': /^Basic realm="restricted"$/, 'content-type': false },
  },
  { certainty: 'sure', headers: { server: SERVER } },
  // Newer releases add it to the answers that they forward (none was run here):
  // https://github.com/caddyserver/caddy/pull/7645
  { certainty: 'likely', headers: { via: /\bCaddy$/ } },
];
