/**
 * What a CORS check found, under the name Chrome gives it (CDP `Network.CorsError`).
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/mojom/cors.mojom
 */
export type CorsCheckError =
  | 'MissingAllowOriginHeader'
  | 'MultipleAllowOriginValues'
  | 'InvalidAllowOriginValue'
  | 'AllowOriginMismatch'
  | 'WildcardOriginNotAllowed'
  | 'InvalidAllowCredentials';

export type PreflightError =
  | `Preflight${CorsCheckError}`
  | 'PreflightDisallowedRedirect'
  | 'PreflightInvalidStatus'
  | 'InvalidAllowMethodsPreflightResponse'
  | 'InvalidAllowHeadersPreflightResponse'
  | 'MethodDisallowedByPreflightResponse'
  | 'HeaderDisallowedByPreflightResponse';

export type RedirectError = CorsCheckError | 'RedirectContainsCredentials' | 'CorsDisabledScheme';

/**
 * One fault of the server's answer. `parameter` is the offending method, header name or header value, null where
 * there is none.
 */
export type Fault =
  | { readonly stage: 'preflight'; readonly error: PreflightError; readonly parameter: string | null }
  | { readonly stage: 'response'; readonly error: CorsCheckError; readonly parameter: string | null }
  | { readonly stage: 'redirect'; readonly error: RedirectError; readonly parameter: string | null }
  /** `error` is a net error such as `net::ERR_CONNECTION_REFUSED`: the request failed, not by CORS. */
  | { readonly stage: 'network'; readonly error: string; readonly parameter: null };

/** For which credentials mode a fault is one. */
export type When = 'always' | 'credentials-included' | 'credentials-omitted';

/** A fault in its place: `hop` is the index in the exchange's hops. */
export type Failure = Fault & { readonly when: When; readonly hop: number };
