import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://render.com/docs/web-services: behind Cloudflare; it names the server behind it, or itself.
  { certainty: 'sure', headers: { 'x-render-origin-server': /./, 'rndr-id': /^[0-9a-f-]{18}$/ } },
  // https://render.com/docs/free: nothing behind it answered.
  { certainty: 'sure', own: true, headers: { 'x-render-routing': /./, 'rndr-id': /^[0-9a-f-]{18}$/ } },
];
