import { type BrowserProfile, callOrigins, type Exchange, hopOrigins, originOf } from '../cors/index.ts';

/**
 * True if no rule can mend a hop, because its preflight and its call need different origins and have the same method: the
 * page sends `OPTIONS` itself, and the browser compares the preflight's answer with the page's origin, and the call's,
 * which redirects have tainted, with `null`.
 * @param index of the hop
 */
export function needsTwoOrigins(exchange: Exchange, index: number, profile: BrowserProfile): boolean {
  const hop = exchange.hops[index];
  if (hop?.method !== 'OPTIONS' || hop.preflight === null) return false;
  // A preflight that leads back to the page's origin isn't compared with any.
  if (!profile.preflightForgetsRedirects || originOf(hop.url) === exchange.origin) return false;
  return hopOrigins(exchange)[index] !== callOrigins(exchange, profile)[index];
}
