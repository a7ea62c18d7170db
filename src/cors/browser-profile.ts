import type { CredentialsMode } from './credentials-mode.ts';
import type { Hop, Response } from './exchange.ts';
import type { CorsError, CorsFault } from './failure.ts';
import { getHeader, type HeaderList } from './header-list.ts';
import { headersEvidence } from './headers-evidence.ts';

/** One look at a preflight's answer. */
export type PreflightStep =
  | 'cors-check'
  /** Whether it is a redirect. To the standard that is one bad status among others. */
  | 'redirect'
  | 'status'
  /** Whether `Access-Control-Allow-Methods` can be parsed; then, whether it allows the method. */
  | 'methods-syntax'
  | 'method'
  | 'headers-syntax'
  | 'headers';

/**
 * What is a browser's own: its deviations from the Fetch standard that change a verdict, and its words for what it
 * finds. Each browser has a profile.
 * @template ErrorName the browser's vocabulary
 */
export interface BrowserProfile<ErrorName extends string = string> {
  readonly name: 'Chrome' | 'Firefox';
  /** The steps of the CORS-preflight fetch in the browser's order: it stops at the first that fails. */
  readonly preflightSteps: readonly PreflightStep[];
  /**
   * The browser's own name of a fault.
   * @param answer in which the fault was found
   */
  readonly errorName: (fault: CorsFault, answer: Response) => ErrorName;
  /** True if the CORS check refuses the lines of a header as they were sent, whatever an override makes of them. */
  readonly refusesAsSent: (list: HeaderList) => boolean;
  /** True if it seems so: the browser joins repeated lines before it shows them, and a value looks like several. */
  readonly seemsRefusedAsSent: (list: HeaderList) => boolean;
  /** "Get a header" of the standard, for what the CORS check compares: what the browser makes of repeated headers. */
  readonly getHeader: (list: HeaderList, name: string) => string | null;
  /**
   * The browser makes a preflight as if the page had asked for its URL at first. It carries the page's origin, even where
   * redirects have made the call's own `null`, and the CORS check is left out where it leads back to that origin.
   */
  readonly preflightForgetsRedirects: boolean;
  /** The net error that a request ends with when a check fails. Anything else may end with it, too. */
  readonly corsNetError: string;
  /**
   * All that extensions are told in its place, itself included: errors that name no reason. Of a redirect to a scheme that
   * no listener hears of, this extension says `net::ERR_FAILED` in the browser's place.
   */
  readonly vagueNetError: RegExp;
  /** The browser tells extensions that an answer completed which it keeps from the page. */
  readonly completesBlocked: boolean;
  /** Schemes (`data:`) to which redirects are refused before anything else is looked at, with any net error. */
  readonly schemesRefusedFirst: ReadonlySet<string>;
  /**
   * What a hop's headers give away about the credentials mode, where the CORS protocol applies to it.
   * @param index of the hop: redirects led to any but the first
   */
  readonly credentialsEvidence: (hop: Hop, index: number) => CredentialsMode | null;
  /** The standard lets no wildcard cover `Authorization`. */
  readonly wildcardCoversAuthorization: boolean;
  /** Lower-cased names that no page can set, beside those of the standard. */
  readonly forbiddenRequestHeaderNames: ReadonlySet<string>;
  /** Request headers that need no leave, with these values: others than the standard's, or fewer values. Names are lower-cased. */
  readonly safelistedRequestHeaders: ReadonlyMap<string, RegExp>;
  /** The largest number in a `Range` that needs no leave; null where there is no limit. */
  readonly largestRangePosition: bigint | null;
  /** Lower-cased names that the browser adds to a request once its preflight has passed. */
  readonly addedRequestHeaderNames: ReadonlySet<string>;
}

/** What the HTTP cache, HTTP/2 and DevTools add, in every browser. */
export const ADDED_BY_ALL = [
  'cache-control',
  'if-modified-since',
  'if-none-match',
  'pragma',
  'priority',
  'purpose',
] as const;

const INTEGER = /^\d+$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;

/** Measured in Chromium 156. */
export const CHROME: BrowserProfile<CorsError> = {
  name: 'Chrome',
  // services/network/cors/preflight_controller.cc answers a redirect before it looks at any header.
  preflightSteps: [
    'redirect',
    'cors-check',
    'status',
    'methods-syntax',
    'headers-syntax',
    'method',
    'headers',
  ],
  errorName: ({ error }) => error,
  refusesAsSent: () => false,
  seemsRefusedAsSent: () => false,
  getHeader,
  preflightForgetsRedirects: false,
  corsNetError: 'net::ERR_FAILED',
  vagueNetError: /^net::ERR_FAILED$/,
  completesBlocked: false,
  schemesRefusedFirst: new Set(),
  // `Sec-Fetch-Storage-Access` since 133; preflights have none.
  credentialsEvidence: ({ requestHeaders }) =>
    requestHeaders === null ? null : headersEvidence(requestHeaders),
  // Deprecated, and still so: https://chromestatus.com/feature/5742041264816128
  wildcardCoversAuthorization: true,
  // Chrome sends its own User-Agent, whatever a page sets.
  forbiddenRequestHeaderNames: new Set(['user-agent']),
  // Client hints, as far as their values are well-formed, and Intervention with any value:
  // services/network/public/cpp/cors/cors.cc (IsCorsSafelistedHeader)
  safelistedRequestHeaders: new Map([
    ['device-memory', DECIMAL],
    ['downlink', DECIMAL],
    ['dpr', DECIMAL],
    ['ect', /^(?:slow-2g|2g|3g|4g)$/],
    ['intervention', /^/],
    ['rtt', INTEGER],
    ['save-data', /^on$/i],
    ['viewport-width', INTEGER],
    ['width', INTEGER],
  ]),
  // Positions are read as int64, of which the largest stands for none.
  largestRangePosition: 2n ** 63n - 2n,
  addedRequestHeaderNames: new Set(ADDED_BY_ALL),
};
