import type { CorsCheckError } from './failure.ts';
import { getHeader, type HeaderList } from './header-list.ts';

/** A request either includes credentials or it does not; `same-origin` across origins does not. */
export type CredentialsMode = 'include' | 'omit';

export interface CorsCheckFault {
  readonly error: CorsCheckError;
  readonly parameter: string | null;
}

/**
 * The CORS check, for a request whose origin serializes to `origin`. It goes on where the standard returns failure,
 * so that all faults are found; the first is the one a browser stops at.
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/cors/cors.cc (CheckAccess)
 */
export function corsCheck(
  headerList: HeaderList,
  origin: string,
  credentialsMode: CredentialsMode,
): readonly CorsCheckFault[] {
  const faults: CorsCheckFault[] = [];
  const allowOrigin = getHeader(headerList, 'Access-Control-Allow-Origin');
  const originFault = allowOriginFault(allowOrigin, origin, credentialsMode);
  if (originFault !== null) faults.push({ error: originFault, parameter: allowOrigin });
  if (credentialsMode === 'include') {
    const allowCredentials = getHeader(headerList, 'Access-Control-Allow-Credentials');
    if (allowCredentials !== 'true') {
      faults.push({ error: 'InvalidAllowCredentials', parameter: allowCredentials });
    }
  }
  return faults;
}

/** The standard only compares; why the comparison failed is Chromium's own, finer distinction. */
function allowOriginFault(
  allowOrigin: string | null,
  origin: string,
  credentialsMode: CredentialsMode,
): CorsCheckError | null {
  if (allowOrigin === null) return 'MissingAllowOriginHeader';
  if (allowOrigin === '*') return credentialsMode === 'include' ? 'WildcardOriginNotAllowed' : null;
  if (allowOrigin === origin) return null;
  if (/[ ,]/.test(allowOrigin)) return 'MultipleAllowOriginValues';
  if (allowOrigin === 'null') return 'AllowOriginMismatch';
  // Chromium's URL parser takes no bytes beyond ASCII in a host, unlike `URL`.
  const isUrl = /^[\x20-\x7e]*$/.test(allowOrigin) && URL.canParse(allowOrigin);
  return isUrl ? 'AllowOriginMismatch' : 'InvalidAllowOriginValue';
}
