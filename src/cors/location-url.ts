import type { Response } from './exchange.ts';
import { getHeader } from './header-list.ts';
import { isRedirectStatus } from './preflight-check.ts';

/**
 * Returns where a redirect leads. Null for any other answer, and for a `Location` that is no URL.
 * @param url what the redirect answers
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl({ status, headerList }: Response, url: string): URL | null {
  const location = isRedirectStatus(status) ? getHeader(headerList, 'Location') : null;
  return location === null ? null : URL.parse(location, url);
}
