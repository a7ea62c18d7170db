import { ADDED_BY_ALL, type BrowserProfile } from './browser-profile.ts';
import type { CorsError } from './failure.ts';
import { type HeaderList, trimHttpWhitespace } from './header-list.ts';

/**
 * What a CORS check found, under the name Firefox gives it: the category of its line in the console, and the last part of
 * its page on MDN (`#reasons`). Fewer than Chrome's: none tells the preflight's answer from the call's own.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS/Errors
 * @see https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp
 */
export type FirefoxError =
  | 'CORSDidNotSucceed2'
  | 'CORSMultipleAllowOriginNotAllowed'
  | 'CORSMissingAllowOrigin2'
  | 'CORSNotSupportingCredentials'
  | 'CORSAllowOriginNotMatchingOrigin'
  | 'CORSMissingAllowCredentials'
  | 'CORSExternalRedirectNotAllowed'
  | 'CORSPreflightDidNotSucceed3'
  | 'CORSInvalidAllowMethod'
  | 'CORSMethodNotFound'
  | 'CORSInvalidAllowHeader'
  | 'CORSMissingAllowHeaderFromPreflight2';

/** Measured in Firefox ESR 153. */
export const FIREFOX: BrowserProfile<FirefoxError> = {
  // CheckRequestApproved comes before AsyncOnChannelRedirect of the preflight's own listener, and that before
  // CheckPreflightRequestApproved, which is through with the methods before it parses the headers.
  preflightSteps: [
    'cors-check',
    'redirect',
    'status',
    'methods-syntax',
    'method',
    'headers-syntax',
    'headers',
  ],
  errorName: ({ error }, { headerList }) => {
    const isRepeated =
      error === 'MultipleAllowOriginValues' || error === 'PreflightMultipleAllowOriginValues';
    return isRepeated && repeatsAllowOrigin(headerList)
      ? 'CORSMultipleAllowOriginNotAllowed'
      : ERROR_NAMES[error];
  },
  getHeader,
  repeatsAllowOrigin,
  // StartCORSPreflight makes a new channel for the page's principal, which knows of no redirect.
  preflightForgetsRedirects: true,
  corsNetError: 'NS_ERROR_DOM_BAD_URI',
  schemesRefusedFirst: new Set([
    'blob:',
    'chrome:',
    'data:',
    'file:',
    'javascript:',
    'moz-extension:',
    'resource:',
    'view-source:',
    'ws:',
    'wss:',
  ]),
  refusedSchemeNetError: 'NS_ERROR_CORRUPTED_CONTENT',
  tellsStorageAccess: { onPreflights: true, onceRedirected: false },
  // With a warning in the console, CORSAllowHeaderFromPreflightDeprecation.
  wildcardCoversAuthorization: true,
  forbiddenRequestHeaderNames: new Set(),
  safelistedRequestHeaders: new Map(),
  // Bytes beyond ASCII are compared as negative numbers, below any that is safe. A Content-Type with a comma, or with a
  // parameter and a semicolon at its end, can't be parsed (nsContentUtils::IsAllowedNonCorsContentType).
  unsafeRequestHeaderValues: new Map([
    ['accept', /[^\x20-\x7e\t]/],
    ['content-type', /[^\x20-\x7e\t]|,|;.*;[\t ]*$/],
  ]),
  // Positions are read as uint64.
  largestRangePosition: 2n ** 64n - 1n,
  addedRequestHeaderNames: new Set([...ADDED_BY_ALL, 'alt-used', 'user-agent']),
};

/** Firefox's name of each fault, wherever it was found. */
const ERROR_NAMES: Readonly<Record<CorsError, FirefoxError>> = {
  MissingAllowOriginHeader: 'CORSMissingAllowOrigin2',
  MultipleAllowOriginValues: 'CORSAllowOriginNotMatchingOrigin',
  InvalidAllowOriginValue: 'CORSAllowOriginNotMatchingOrigin',
  AllowOriginMismatch: 'CORSAllowOriginNotMatchingOrigin',
  WildcardOriginNotAllowed: 'CORSNotSupportingCredentials',
  InvalidAllowCredentials: 'CORSMissingAllowCredentials',
  PreflightMissingAllowOriginHeader: 'CORSMissingAllowOrigin2',
  PreflightMultipleAllowOriginValues: 'CORSAllowOriginNotMatchingOrigin',
  PreflightInvalidAllowOriginValue: 'CORSAllowOriginNotMatchingOrigin',
  PreflightAllowOriginMismatch: 'CORSAllowOriginNotMatchingOrigin',
  PreflightWildcardOriginNotAllowed: 'CORSNotSupportingCredentials',
  PreflightInvalidAllowCredentials: 'CORSMissingAllowCredentials',
  PreflightDisallowedRedirect: 'CORSExternalRedirectNotAllowed',
  PreflightInvalidStatus: 'CORSPreflightDidNotSucceed3',
  InvalidAllowMethodsPreflightResponse: 'CORSInvalidAllowMethod',
  MethodDisallowedByPreflightResponse: 'CORSMethodNotFound',
  InvalidAllowHeadersPreflightResponse: 'CORSInvalidAllowHeader',
  HeaderDisallowedByPreflightResponse: 'CORSMissingAllowHeaderFromPreflight2',
  // Firefox refuses the redirect elsewhere, and says no more than that. On the page's own origin it says nothing at all.
  RedirectContainsCredentials: 'CORSDidNotSucceed2',
  CorsDisabledScheme: 'CORSDidNotSucceed2',
};

/**
 * Firefox leaves empty values out when it joins what is repeated.
 * @see https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsHttpHeaderArray.h (MergeHeader)
 */
function getHeader(list: HeaderList, name: string): string | null {
  const values = list.filter(([headerName]) => headerName.toLowerCase() === name.toLowerCase());
  if (values.length === 0) return null;
  return values
    .map(([, value]) => trimHttpWhitespace(value))
    .filter((value) => value !== '')
    .join(', ');
}

/**
 * Firefox counts the lines before it joins them, and only those in this spelling. HTTP/2 has none of them: there all names
 * are in lower case.
 */
function repeatsAllowOrigin(list: HeaderList): boolean {
  return list.filter(([name]) => name === 'Access-Control-Allow-Origin').length > 1;
}
