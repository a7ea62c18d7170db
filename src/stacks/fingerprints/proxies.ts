import { apache } from '../apache/fingerprints.ts';
import { caddy } from '../caddy/fingerprints.ts';
import { haproxy } from '../haproxy/fingerprints.ts';
import { lighttpd } from '../lighttpd/fingerprints.ts';
import { nginx } from '../nginx/fingerprints.ts';
import type { Fingerprint } from '../recognise.ts';
import { varnish } from '../varnish/fingerprints.ts';

/** Proxies, by what they add to every answer that they pass on, and by the answers that are their own. */
export const proxies: readonly Fingerprint[] = [
  ...nginx,
  ...apache,
  ...caddy,
  ...haproxy,
  ...lighttpd,
  ...varnish,
];
