/**
 * A browser's deviations from the Fetch standard that change a verdict. Each browser has a profile.
 */
export interface BrowserProfile {
  /** The standard lets no wildcard cover `Authorization`. */
  readonly wildcardCoversAuthorization: boolean;
  /** To the standard a redirected preflight is one with a bad status, looked at after the CORS check. */
  readonly redirectedPreflightFirst: boolean;
  /** Lower-cased names that no page can set, beside those of the standard. */
  readonly forbiddenRequestHeaderNames: ReadonlySet<string>;
  /** Request headers that need no leave beside those of the standard: lower-cased names, and the values meant. */
  readonly safelistedRequestHeaders: ReadonlyMap<string, RegExp>;
  /** The largest number in a `Range` that needs no leave; null where there is no limit. */
  readonly largestRangePosition: bigint | null;
}

const INTEGER = /^\d+$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;

/** Measured in Chromium 156. */
export const CHROME: BrowserProfile = {
  // Deprecated, and still so: https://chromestatus.com/feature/5742041264816128
  wildcardCoversAuthorization: true,
  // services/network/cors/preflight_controller.cc answers a redirect before it looks at any header.
  redirectedPreflightFirst: true,
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
};
