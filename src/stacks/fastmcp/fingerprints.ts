import type { Fingerprint } from '../fingerprint.ts';

/** The TypeScript framework of this name; the Python one is Starlette's app. */
export const fingerprints: readonly Fingerprint[] = [
  // mcp-proxy, by which it serves HTTP, answers every OPTIONS before any code of its user's:
  // https://github.com/punkpeye/mcp-proxy/blob/main/src/startHTTPServer.ts
  {
    certainty: 'sure',
    to: 'preflight',
    status: [204],
    headers: {
      'access-control-allow-methods': /^GET, POST, OPTIONS$/,
      'access-control-allow-headers':
        /^Content-Type, Authorization, Accept, Mcp-Session-Id, (?:Mcp-Protocol-Version, )?Last-Event-Id(?:, Mcp-Method, Mcp-Name)?$/,
      'access-control-expose-headers': /^Mcp-Session-Id$/,
    },
  },
];
