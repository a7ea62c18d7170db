import type { BrowserProfile } from './browser-profile.ts';
import type { CorsCheckError, Finding, When } from './failure.ts';
import type { HeaderList } from './header-list.ts';

/**
 * The CORS check, for a request whose origin serializes to `origin`. It goes on where the standard returns failure,
 * so that all faults are found; of those that hold in a credentials mode the first is the one a browser stops at.
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/cors/cors.cc (CheckAccess)
 */
export function corsCheck(
  headerList: HeaderList,
  origin: string,
  profile: BrowserProfile,
): readonly Finding<CorsCheckError>[] {
  const findings: Finding<CorsCheckError>[] = [];
  const allowOrigin = profile.getHeader(headerList, 'Access-Control-Allow-Origin');
  const error = allowOriginError(allowOrigin, origin);
  if (error !== null) {
    const when: When = error === 'WildcardOriginNotAllowed' ? 'credentials-included' : 'always';
    findings.push({ error, parameter: allowOrigin, when });
  }
  const allowCredentials = profile.getHeader(headerList, 'Access-Control-Allow-Credentials');
  if (allowCredentials !== 'true') {
    findings.push({
      error: 'InvalidAllowCredentials',
      parameter: allowCredentials,
      when: 'credentials-included',
    });
  }
  return findings;
}

/** The standard only compares; why the comparison failed is Chromium's own, finer distinction. */
function allowOriginError(allowOrigin: string | null, origin: string): CorsCheckError | null {
  if (allowOrigin === null) return 'MissingAllowOriginHeader';
  if (allowOrigin === '*') return 'WildcardOriginNotAllowed';
  if (allowOrigin === origin) return null;
  if (/[ ,]/.test(allowOrigin)) return 'MultipleAllowOriginValues';
  if (allowOrigin === 'null') return 'AllowOriginMismatch';
  return isChromiumUrl(allowOrigin) ? 'AllowOriginMismatch' : 'InvalidAllowOriginValue';
}

/** What stands for a login or a fragment that was cut may be in it: both could be any text, and the URL stays one. */
function isChromiumUrl(text: string): boolean {
  // Chromium's URL parser takes no bytes beyond ASCII in a host, unlike `URL`.
  const withoutCut = text.replace('//…@', '//').replace(/#…$/, '');
  return /^[\x20-\x7e]*$/.test(withoutCut) && URL.canParse(withoutCut);
}
