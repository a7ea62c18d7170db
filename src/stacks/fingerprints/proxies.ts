import type { Fingerprint } from '../recognise.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { haproxy } from './haproxy.ts';
import { lighttpd } from './lighttpd.ts';
import { nginx } from './nginx.ts';
import { varnish } from './varnish.ts';

/** Proxies, by what they add to every answer that they pass on, and by the answers that are their own. */
export const proxies: readonly Fingerprint[] = [
  ...nginx,
  ...apache,
  ...caddy,
  ...haproxy,
  ...lighttpd,
  ...varnish,
];
