import type { Diagnosis, Failure } from '../cors/index.ts';
import type { CauseId } from './cause.ts';

/**
 * The root cause of what the browser's checks found, or null when nothing is wrong. What holds either way comes before
 * what would be wrong only if credentials were included. A bad status comes before the missing header that Chrome
 * names: whoever answered so never got to CORS.
 */
export function rootCause({ credentials, failures }: Diagnosis): CauseId | null {
  const certain = credentials === 'unknown' ? failures.filter(({ when }) => when === 'always') : failures;
  const candidates = certain.length > 0 ? certain : failures;
  const status = candidates.find(({ error }) => error === 'PreflightInvalidStatus');
  const cause = status ?? candidates[0];
  return cause === undefined ? null : causeOf(cause);
}

function causeOf(failure: Failure): CauseId {
  if (failure.stage === 'network') return 'network-error';
  switch (failure.error) {
    case 'PreflightDisallowedRedirect':
      return 'preflight-redirect';
    case 'PreflightInvalidStatus':
      return 'preflight-status';
    case 'PreflightMissingAllowOriginHeader':
      return 'not-configured';
    case 'MissingAllowOriginHeader':
      return 'response-without-cors';
    case 'PreflightMultipleAllowOriginValues':
    case 'MultipleAllowOriginValues':
      return 'multiple-origins';
    case 'PreflightInvalidAllowOriginValue':
    case 'InvalidAllowOriginValue':
      return 'malformed-origin';
    case 'PreflightAllowOriginMismatch':
    case 'AllowOriginMismatch':
      return 'origin-not-allowed';
    case 'PreflightWildcardOriginNotAllowed':
    case 'WildcardOriginNotAllowed':
      return 'wildcard-with-credentials';
    case 'PreflightInvalidAllowCredentials':
    case 'InvalidAllowCredentials':
      return 'credentials-not-allowed';
    case 'InvalidAllowMethodsPreflightResponse':
    case 'InvalidAllowHeadersPreflightResponse':
      return 'malformed-list';
    case 'MethodDisallowedByPreflightResponse':
      return 'method-not-allowed';
    case 'HeaderDisallowedByPreflightResponse':
      return 'header-not-allowed';
    case 'RedirectContainsCredentials':
    case 'CorsDisabledScheme':
      return 'redirect-not-allowed';
  }
}
