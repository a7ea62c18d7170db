import { type CredentialsMode, corsCheck } from './cors-check.ts';
import type { Response } from './exchange.ts';
import type { Fault } from './failure.ts';
import { getHeader } from './header-list.ts';
import { originOf } from './origin.ts';

/** A redirect on the way of a request of CORS mode. */
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
export function redirectFaults(redirect: Redirect, credentialsMode: CredentialsMode): readonly Fault[] {
  const { response, hopOrigin, cors } = redirect;
  const faults: Fault[] = [];
  if (cors) {
    for (const fault of corsCheck(response.headerList, hopOrigin, credentialsMode)) {
      faults.push({ stage: 'redirect', ...fault });
    }
  }
  const location = getHeader(response.headerList, 'Location');
  if (location === null || !URL.canParse(location, redirect.url)) return faults;
  const target = new URL(location, redirect.url);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return [...faults, { stage: 'redirect', error: 'CorsDisabledScheme', parameter: target.protocol }];
  }
  const hasCredentials = target.username !== '' || target.password !== '';
  if (hasCredentials && (cors || originOf(target.href) !== redirect.requestOrigin)) {
    // The value holds a password: the finding names none.
    faults.push({ stage: 'redirect', error: 'RedirectContainsCredentials', parameter: null });
  }
  return faults;
}
