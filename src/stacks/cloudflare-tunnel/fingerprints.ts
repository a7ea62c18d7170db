import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/do-more-with-tunnels/trycloudflare/:
  // it adds nothing of its own, and a tunnel on somebody's own host looks like Cloudflare.
  {
    certainty: 'sure',
    url: /^https:\/\/[a-z0-9-]+\.trycloudflare\.com\//,
    headers: { server: /^cloudflare$/ },
  },
];
