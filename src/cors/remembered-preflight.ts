import type { BrowserProfile } from './browser-profile.ts';
import type { Hop } from './exchange.ts';
import type { HeaderList } from './header-list.ts';
import { needsPreflight, unsafeRequestHeaderNames } from './request-headers.ts';

/**
 * The CORS-unsafe request-header names that a remembered preflight allowed; null if none was remembered: a cross-origin
 * request needs a preflight, but was sent without one.
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export function rememberedHeaderNames(
  { method, preflight, requestHeaders }: Hop,
  profile: BrowserProfile,
): readonly string[] | null {
  if (preflight !== null || requestHeaders === null) return null;
  const names = unsafeHeaderNamesOfPage(requestHeaders, profile);
  return names.length > 0 || needsPreflight(method, [], profile) ? names : null;
}

/** The CORS-unsafe names of a request that was sent, without those of headers that the browser has added. */
export function unsafeHeaderNamesOfPage(
  requestHeaders: HeaderList,
  profile: BrowserProfile,
): readonly string[] {
  const added = profile.addedRequestHeaderNames;
  const byPage = requestHeaders.filter(([name]) => !added.has(name.toLowerCase()));
  return unsafeRequestHeaderNames(byPage, profile);
}

/** Whether a cross-origin request was sent without a preflight although it needs one. */
export function usedRememberedPreflight(hop: Hop, profile: BrowserProfile): boolean {
  return rememberedHeaderNames(hop, profile) !== null;
}
