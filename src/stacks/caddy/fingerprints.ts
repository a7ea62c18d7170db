import type { Fingerprint } from '../recognise.ts';

const SERVER = /^Caddy$/;

/** Caddy's own errors are empty; it names no realm of the user's for `basic_auth`. */
const ownError = {
  stack: 'caddy',
  certainty: 'sure',
  own: true,
  contentLength: () => 0,
} as const;

export const caddy: readonly Fingerprint[] = [
  { ...ownError, status: [502, 503, 504], headers: { server: SERVER, 'content-type': false } },
  {
    ...ownError,
    status: [401],
    headers: { server: SERVER, 'www-authenticate': /^Basic realm="restricted"$/, 'content-type': false },
  },
  { stack: 'caddy', certainty: 'sure', headers: { server: SERVER } },
  // Newer ones add it to what they pass on (none was run here): https://github.com/caddyserver/caddy/pull/7645
  { stack: 'caddy', certainty: 'likely', headers: { via: /\bCaddy$/ } },
];
