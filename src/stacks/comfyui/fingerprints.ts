import type { Fingerprint } from '../fingerprint.ts';

const AIOHTTP = /^Python\/\S+ aiohttp\//;
/**
 * Its port, and the paths of its API.
 * @see https://github.com/comfyanonymous/ComfyUI/blob/master/server.py
 */
const API =
  /:8188\/(?:api\/)?(?:prompt|queue|history|object_info|system_stats|upload|view|interrupt|free|models|embeddings|extensions|userdata|users|settings)\b/;

export const fingerprints: readonly Fingerprint[] = [
  // With --enable-cors-header, whatever its value.
  {
    certainty: 'sure',
    headers: {
      server: AIOHTTP,
      'access-control-allow-methods': /^POST, GET, DELETE, PUT, OPTIONS$/,
      'access-control-allow-headers': /^Content-Type, Authorization$/,
    },
  },
  // Without it: an origin that isn't its own gets 403, and OPTIONS of any path 200.
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [200, 403],
    url: API,
    headers: {
      server: AIOHTTP,
      'content-type': /^application\/octet-stream$/,
      'access-control-allow-origin': false,
    },
    contentLength: () => 0,
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'request',
    status: [403],
    url: API,
    headers: {
      server: AIOHTTP,
      'content-type': /^application\/octet-stream$/,
      'access-control-allow-origin': false,
    },
    contentLength: () => 0,
  },
  { certainty: 'likely', url: API, headers: { server: AIOHTTP } },
];
