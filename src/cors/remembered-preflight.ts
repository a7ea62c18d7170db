import type { BrowserProfile } from './browser-profile.ts';
import type { Hop } from './exchange.ts';
import type { HeaderList } from './header-list.ts';
import { needsPreflight } from './request-headers.ts';

/** What the HTTP cache, HTTP/2 and DevTools add to a request that has passed its preflight. */
const ADDED_LATER = new Set([
  'cache-control',
  'if-modified-since',
  'if-none-match',
  'pragma',
  'priority',
  'purpose',
]);

/**
 * Whether a cross-origin request was sent without a preflight although it needs one: then an earlier preflight was
 * remembered.
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export function usedRememberedPreflight(
  { method, preflight, requestHeaders }: Hop,
  profile: BrowserProfile,
): boolean {
  if (preflight !== null || requestHeaders === null) return false;
  const byPage: HeaderList = requestHeaders.filter(([name]) => !ADDED_LATER.has(name.toLowerCase()));
  return needsPreflight(method, byPage, profile);
}
