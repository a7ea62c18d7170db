import { ADDED_BY_ALL, type BrowserProfile } from './browser-profile.ts';
import type { CorsError } from './failure.ts';
import { type HeaderList, trimHttpWhitespace } from './header-list.ts';
import { headersEvidence } from './headers-evidence.ts';

/**
 * What a CORS check found, under the name Firefox gives it: the category of its line in the console. There are
 * fewer than Chrome has: none tells the preflight's answer from the call's own.
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
  name: 'Firefox',
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
  // nsCORSListenerProxy.cpp counts the original lines (VisitOriginalResponseHeaders).
  refusesAsSent: repeatsAllowOrigin,
  seemsRefusedAsSent: (list) => repeatsAllowOrigin(list) || seemsJoined(list),
  getHeader,
  // StartCORSPreflight makes a new channel for the page's principal, which knows of no redirect.
  preflightForgetsRedirects: true,
  corsNetError: 'NS_ERROR_DOM_BAD_URI',
  // What the transport did last is told in the error's place.
  vagueNetError: /^(?:NS_ERROR_(?:DOM_BAD_URI|NET_ON_\w+|UNEXPECTED)|net::ERR_FAILED)$/,
  completesBlocked: true,
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
  // A preflight has the headers of a request that the page makes; what is redirected loses `Sec-Fetch-Storage-Access` at
  // times, and is called cross-site where it isn't.
  credentialsEvidence: ({ preflight, requestHeaders }, index) => {
    const ofPreflight = preflight === null ? null : headersEvidence(preflight.requestHeaders);
    if (ofPreflight !== null || requestHeaders === null) return ofPreflight;
    const ofCall = headersEvidence(requestHeaders);
    return ofCall === 'omit' && index > 0 ? null : ofCall;
  },
  // With a warning in the console, CORSAllowHeaderFromPreflightDeprecation.
  wildcardCoversAuthorization: true,
  forbiddenRequestHeaderNames: new Set(),
  // None beyond ASCII. A Content-Type with a comma, or with a parameter and a semicolon at its end, isn't parsed.
  safelistedRequestHeaders: new Map([
    ['accept', /^[\x20-\x7e\t]*$/],
    ['content-type', /^(?!.*;.*;[\t ]*$)[\x20-\x2b\x2d-\x7e\t]*$/],
  ]),
  // Positions are read as uint64.
  largestRangePosition: 2n ** 64n - 1n,
  addedRequestHeaderNames: new Set([...ADDED_BY_ALL, 'alt-used', 'user-agent']),
};

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

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
 * Firefox leaves empty values out when it joins what is repeated; not where the repetition itself is refused, so that no
 * single value is left then.
 * @see https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsHttpHeaderArray.h (MergeHeader)
 */
function getHeader(list: HeaderList, name: string): string | null {
  const lines = list.filter(([headerName]) => headerName.toLowerCase() === name.toLowerCase());
  if (lines.length === 0) return null;
  const values = lines.map(([, value]) => trimHttpWhitespace(value));
  const areAllKept = name === ALLOW_ORIGIN && repeatsAllowOrigin(list);
  return values.filter((value) => areAllKept || value !== '').join(', ');
}

/**
 * Firefox counts the lines before it joins them, and only those in this spelling. HTTP/2 has none of them: there all names
 * are in lower case.
 */
function repeatsAllowOrigin(list: HeaderList): boolean {
  return list.filter(([name]) => name === ALLOW_ORIGIN).length > 1;
}

/**
 * webRequest shows repeated lines as one. A value twice, or `*` beside another, is of several lines: nobody writes that as
 * one. A list of different origins may be one line, which rules can replace.
 */
function seemsJoined(list: HeaderList): boolean {
  return list.some(([name, value]) => {
    const values = value.split(',').map(trimHttpWhitespace);
    const isOdd = new Set(values).size < values.length || values.includes('*');
    return name === ALLOW_ORIGIN && values.length > 1 && isOdd;
  });
}
