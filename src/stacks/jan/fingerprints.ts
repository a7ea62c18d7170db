import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://github.com/janhq/jan/blob/dev/src-tauri/src/core/server/proxy.rs: its list, with its own CORS on, and its port.
  {
    certainty: 'sure',
    url: /^http:\/\/[^/]+:1337\//,
    headers: {
      'access-control-allow-methods': /^GET, POST, PUT, DELETE, OPTIONS, PATCH$/,
      'access-control-allow-headers':
        /^Authorization, Content-Type, Host, Accept, Accept-Language, Cache-Control, Connection, DNT,/,
    },
  },
  // The list of its preflights, which is another one.
  {
    certainty: 'sure',
    to: 'preflight',
    status: [200],
    url: /^http:\/\/[^/]+:1337\//,
    headers: {
      'access-control-allow-methods': /^GET, POST, PUT, DELETE, OPTIONS, PATCH$/,
      'access-control-allow-headers':
        /^accept, accept-language, authorization, cache-control, connection, content-type, dnt, host,/,
    },
  },
];
