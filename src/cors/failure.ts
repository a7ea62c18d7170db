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

/** Every name that a fault of a server's answer can have. */
export type CorsError = CorsCheckError | PreflightError | RedirectError;

/** The faults of an `Access-Control-Allow-Origin`. A wildcard is none of them: with credentials it is a fault of its own. */
export const ALLOW_ORIGIN_ERRORS = [
  'MissingAllowOriginHeader',
  'MultipleAllowOriginValues',
  'InvalidAllowOriginValue',
  'AllowOriginMismatch',
  'PreflightMissingAllowOriginHeader',
  'PreflightMultipleAllowOriginValues',
  'PreflightInvalidAllowOriginValue',
  'PreflightAllowOriginMismatch',
] as const satisfies readonly CorsError[];

/** The wildcard as `Access-Control-Allow-Origin`, which is a fault with credentials alone. */
const WILDCARD_ERRORS = [
  'WildcardOriginNotAllowed',
  'PreflightWildcardOriginNotAllowed',
] as const satisfies readonly CorsError[];

/** Every fault of an `Access-Control-Allow-Origin`, the wildcard's included. */
export const ORIGIN_ERRORS = [...ALLOW_ORIGIN_ERRORS, ...WILDCARD_ERRORS] as const;

/** The faults that only a request with credentials meets. */
export const CREDENTIALS_ERRORS = [
  ...WILDCARD_ERRORS,
  'InvalidAllowCredentials',
  'PreflightInvalidAllowCredentials',
] as const satisfies readonly CorsError[];

/** The faults of an `Access-Control-Allow-Methods`. */
export const ALLOW_METHODS_ERRORS = [
  'InvalidAllowMethodsPreflightResponse',
  'MethodDisallowedByPreflightResponse',
] as const satisfies readonly CorsError[];

/** The faults of an `Access-Control-Allow-Headers`. */
export const ALLOW_HEADERS_ERRORS = [
  'InvalidAllowHeadersPreflightResponse',
  'HeaderDisallowedByPreflightResponse',
] as const satisfies readonly CorsError[];

/** The faults of a redirect's `Location`. */
export const LOCATION_ERRORS = [
  'RedirectContainsCredentials',
  'CorsDisabledScheme',
] as const satisfies readonly CorsError[];

/**
 * For which credentials mode a fault is one. Nothing that passes with credentials fails without: every check is the
 * same or stricter with them.
 */
export type When = 'always' | 'credentials-included';

/** What a check finds: the offending method, header name or header value, null where there is none. */
export interface Finding<CheckError extends string> {
  readonly error: CheckError;
  readonly parameter: string | null;
  readonly when: When;
}

/** One fault of the server's answer, found by a check. */
export type CorsFault =
  | (Finding<PreflightError> & { readonly stage: 'preflight' })
  | (Finding<CorsCheckError> & { readonly stage: 'response' })
  | (Finding<RedirectError> & { readonly stage: 'redirect' });

/** One fault, or what else went wrong. */
export type Fault =
  | CorsFault
  /** `error` is a net error such as `net::ERR_CONNECTION_REFUSED`: the request failed, not by CORS. */
  | { readonly stage: 'network'; readonly error: string; readonly parameter: null; readonly when: 'always' };

/** A fault in its place: `hop` is the index in the exchange's hops. */
export type Failure = Fault & { readonly hop: number };

/** Reports whether a fault has one of these names. A net error has none of them. */
export function isOneOf(fault: Fault, errors: readonly CorsError[]): boolean {
  return fault.stage !== 'network' && errors.includes(fault.error);
}
