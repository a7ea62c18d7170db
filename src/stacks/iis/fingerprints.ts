import type { Fingerprint } from '../fingerprint.ts';

/** What it writes of itself, whatever runs behind it. */
const SERVER = /^Microsoft-IIS\/\d+\.\d+$/;

export const fingerprints: readonly Fingerprint[] = [
  // IIS answers OPTIONS itself (OPTIONSVerbHandler), and names the methods twice: in Allow and in Public.
  {
    certainty: 'sure',
    own: true,
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: {
      server: SERVER,
      allow: /\bTRACE\b/,
      public: /\bTRACE\b/,
      'access-control-allow-origin': false,
    },
  },
  // A module's answer, such as WebDAV's: https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/
  {
    certainty: 'sure',
    own: true,
    to: 'request',
    status: [405],
    headers: { server: SERVER, allow: /^GET, HEAD, OPTIONS, TRACE\b/, 'content-type': /^text\/html/ },
  },
  { certainty: 'sure', headers: { server: SERVER } },
];
