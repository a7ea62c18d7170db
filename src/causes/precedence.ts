import { findCachedAnswer } from './cached-answer.ts';
import { findCanonicalRedirect } from './canonical-redirect.ts';
import type { CauseId } from './cause.ts';
import { findCredentialsNotAllowed } from './credentials-not-allowed.ts';
import { findErrorOfUrl, findErrorWithoutCors } from './error-without-cors.ts';
import { findHeaderNotAllowed } from './header-not-allowed.ts';
import { findLoginRedirect } from './login-redirect.ts';
import { findMalformedList } from './malformed-list.ts';
import { findMalformedOrigin } from './malformed-origin.ts';
import { findMethodNotAllowed } from './method-not-allowed.ts';
import { findNotAllowedByStatus } from './not-allowed-by-status.ts';
import { findNotAllowedSilently } from './not-allowed-silently.ts';
import { findNotConfigured, findNotConfiguredRouter, findNotConfiguredStack } from './not-configured.ts';
import { findOpaqueOrigin } from './opaque-origin.ts';
import { findOriginGuard } from './origin-guard.ts';
import { findOriginLostInNextHop, findOriginLostInRedirect } from './origin-lost-in-redirect.ts';
import { findOriginNotAllowed } from './origin-not-allowed.ts';
import { findPreflightCanonicalRedirect } from './preflight-canonical-redirect.ts';
import { findPreflightCrash } from './preflight-crash.ts';
import { findPreflightGateway } from './preflight-gateway.ts';
import { findPreflightLogin } from './preflight-login.ts';
import { findPreflightLoginRedirect } from './preflight-login-redirect.ts';
import { findPreflightRedirect } from './preflight-redirect.ts';
import { findPreflightRouter } from './preflight-router.ts';
import { findPreflightStatus } from './preflight-status.ts';
import { findRedirectNotAllowed } from './redirect-not-allowed.ts';
import { findResponseHeaderOnRequest } from './response-header-on-request.ts';
import { findResponseWithoutCors } from './response-without-cors.ts';
import { type Rule, rule } from './rule.ts';
import { findSdkHeader } from './sdk-header.ts';
import { findStalePreflight } from './stale-preflight.ts';
import { findTwoCorsLayers } from './two-cors-layers.ts';
import { findWildcardWithCredentials } from './wildcard-with-credentials.ts';

/** The causes that an answer may show although something in front of CORS chose its status. */
const BEHIND_STATUS: readonly CauseId[] = [
  'two-cors-layers',
  'opaque-origin',
  'malformed-origin',
  'malformed-list',
  'response-header-on-request',
  'method-not-allowed',
  'sdk-header',
  'header-not-allowed',
];

/**
 * The order of the causes: if several fit, the first one is named. Causes that aren't CORS have no rule, and failures
 * that only included credentials make count only if there is no other (`gatherEvidence`). From top to bottom:
 *
 * 1. Redirects. They come before everything that is wrong with the redirect's headers: no header helps a preflight, and
 *    it is better to correct the call's URL than to allow the redirect.
 * 2. What other answers of the server prove: that the URL itself is at fault, or that everything from this origin is
 *    turned away. It comes before what this answer alone would mean.
 * 3. A recognised stack's answer if no CORS is set up. It comes before the usual meaning of its status: FastAPI's 405
 *    says that nothing answers for CORS, not that a router is in the way.
 * 4. What answered in place of CORS. A router is named only if CORS is known to exist. A login is named for 401, which
 *    nobody else sends, and for 403 if something is known to check who calls. A gateway is named for its own statuses,
 *    or if a gateway is recognised. A status that a CORS library refuses with is none of these.
 * 5. What answers for CORS, and doesn't allow the call: first what makes its answer useless, then the origin, then the
 *    lists. Of the lists: what the page sent by mistake, what an SDK added, what the page needs.
 */
export const PRECEDENCE: readonly Rule[] = [
  rule('login-redirect', findLoginRedirect),
  rule('preflight-canonical-redirect', findPreflightCanonicalRedirect),
  rule('preflight-login-redirect', findPreflightLoginRedirect),
  rule('preflight-redirect', findPreflightRedirect),
  rule('canonical-redirect', findCanonicalRedirect),

  rule('cached-answer', findCachedAnswer),
  rule('error-without-cors', findErrorOfUrl),
  rule('origin-guard', findOriginGuard),
  rule('not-configured', findNotConfiguredStack, ['opaque-origin', 'response-header-on-request']),

  rule('preflight-login', findPreflightLogin, BEHIND_STATUS),
  rule('preflight-gateway', findPreflightGateway, BEHIND_STATUS),
  rule('preflight-crash', findPreflightCrash, BEHIND_STATUS),
  rule('preflight-router', findPreflightRouter, BEHIND_STATUS),
  rule('not-configured', findNotConfiguredRouter, ['opaque-origin', 'response-header-on-request']),
  rule('preflight-status', findPreflightStatus, BEHIND_STATUS),
  rule('error-without-cors', findErrorWithoutCors, ['opaque-origin']),

  rule('two-cors-layers', findTwoCorsLayers),
  rule('opaque-origin', findOpaqueOrigin),
  rule('origin-lost-in-redirect', findOriginLostInRedirect),
  rule('redirect-not-allowed', findRedirectNotAllowed, ['origin-lost-in-redirect']),
  rule('origin-lost-in-redirect', findOriginLostInNextHop),
  rule('malformed-origin', findMalformedOrigin),
  rule('stale-preflight', findStalePreflight),
  rule('response-without-cors', findResponseWithoutCors),
  rule('origin-not-allowed', findOriginNotAllowed),
  rule('malformed-list', findMalformedList),
  rule('not-configured', findNotConfigured, ['response-header-on-request']),
  rule('response-header-on-request', findResponseHeaderOnRequest, ['sdk-header', 'header-not-allowed']),
  rule('not-allowed-silently', findNotAllowedSilently),
  rule('wildcard-with-credentials', findWildcardWithCredentials),
  rule('method-not-allowed', findMethodNotAllowed),
  rule('sdk-header', findSdkHeader),
  rule('header-not-allowed', findHeaderNotAllowed),
  rule('not-allowed-by-status', findNotAllowedByStatus),
  rule('credentials-not-allowed', findCredentialsNotAllowed),
];
