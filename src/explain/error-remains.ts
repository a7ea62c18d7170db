import { answeredInPlaceOfApp, type Cause } from '../causes/index.ts';
import { STACKS } from '../stacks/index.ts';

/**
 * Whether the call would get an error, or somebody else's page, even if CORS let it through: an override would only let
 * the page read that. A 403 may be for the page's origin, which an override can change.
 */
export function errorRemains(cause: Cause | null): boolean {
  if (cause === null) return false;
  // A page of another site sends no cookie that would lead past the login.
  if (cause.id === 'login-redirect' || cause.id === 'preflight-login-redirect') return true;
  if (cause.id === 'error-without-cors') return cause.status !== 403;
  if (cause.id === 'preflight-gateway') return cause.status >= 500;
  if (cause.id === 'preflight-status') return cause.status === 429;
  if (cause.id === 'preflight-login') return isByPlatform(cause);
  return cause.id === 'response-without-cors' && answeredInPlaceOfApp(cause);
}

/** A login wall in front of the app keeps out calls as it does preflights. */
function isByPlatform({ responder }: Cause): boolean {
  return responder !== null && ['gateway', 'platform'].includes(STACKS[responder.stack].layer);
}
