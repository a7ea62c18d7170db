import type { BrowserProfile } from './browser-profile.ts';
import { corsCheck } from './cors-check.ts';
import type { Response } from './exchange.ts';
import type { Finding, RedirectError } from './failure.ts';
import { locationUrl } from './location-url.ts';
import { originOf } from './origin.ts';

/** A redirect that a request of mode `cors` follows. */
export interface Redirect {
  readonly url: string;
  readonly response: Response;
  /** The request's origin, and the one this hop carries; both serialized. */
  readonly requestOrigin: string;
  readonly hopOrigin: string;
  /** Whether the CORS protocol already applies to `url`. */
  readonly cors: boolean;
}

/**
 * Judges a redirect: the CORS check on the redirect response, then its Location.
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function redirectCheck(
  redirect: Redirect,
  profile: BrowserProfile,
): readonly Finding<RedirectError>[] {
  const { response, hopOrigin, cors } = redirect;
  const corsFindings = cors ? corsCheck(response.headerList, hopOrigin, profile) : [];
  const location = locationError(redirect);
  if (location === null) return corsFindings;
  const isFirst = profile.schemesRefusedFirst.has(location.parameter ?? '');
  return isFirst ? [location, ...corsFindings] : [...corsFindings, location];
}

function locationError({ url, response, requestOrigin, cors }: Redirect): Finding<RedirectError> | null {
  const target = locationUrl(response, url);
  if (target === null) return null;
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return { error: 'CorsDisabledScheme', parameter: target.protocol, when: 'always' };
  }
  const hasCredentials = target.username !== '' || target.password !== '';
  if (!hasCredentials || !(cors || originOf(target.href) !== requestOrigin)) return null;
  // The value holds a password: the finding names none.
  return { error: 'RedirectContainsCredentials', parameter: null, when: 'always' };
}
