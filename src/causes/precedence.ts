import type { CauseId } from './cause.ts';
import * as cors from './find-cors.ts';
import * as preflight from './find-preflight.ts';
import * as response from './find-response.ts';
import { type Rule, rule } from './rule-match.ts';

/** What is known of CORS from an answer that came before it had its say. */
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
 * Which cause is named where several fit: the first of these, from top to bottom. What isn't CORS is told without
 * them; faults that only credentials make count only where there is no other (`cluesOf`). The order:
 *
 * 1. Where a redirect led. It comes before anything that is wrong with the redirect's headers, since no header helps a
 *    preflight, and the call's own way is better mended than allowed.
 * 2. A stack's known answer where no CORS is set up, before what its status would mean elsewhere: FastAPI's 405 says
 *    that nothing answers for CORS, not that a router is in the way.
 * 3. What answered in place of CORS. A router is named only where CORS is known to exist; a login by 401, which is
 *    nobody else's, and by 403 where something is known to check who calls; a gateway by its own statuses, or where
 *    something is known to be one. A status with which a CORS library says no isn't one of these.
 * 4. What answers for CORS, and doesn't allow the call: first what makes its answer useless, then the origin, then the
 *    lists; what the page sent by mistake before what an SDK added, before what the page needs.
 */
export const PRECEDENCE: readonly Rule[] = [
  rule('login-redirect', response.loginRedirect),
  rule('preflight-canonical-redirect', preflight.canonicalRedirect),
  rule('preflight-login-redirect', preflight.loginRedirect),
  rule('preflight-redirect', preflight.otherRedirect),
  rule('canonical-redirect', response.canonicalRedirect),

  rule('cached-answer', response.cachedAnswer),
  rule('not-configured', preflight.knownNotConfigured, ['opaque-origin', 'response-header-on-request']),

  rule('preflight-login', preflight.login, BEHIND_STATUS),
  rule('preflight-gateway', preflight.gateway, BEHIND_STATUS),
  rule('preflight-crash', preflight.crash, BEHIND_STATUS),
  rule('preflight-router', preflight.router, BEHIND_STATUS),
  rule('not-configured', preflight.notConfiguredByStatus, ['opaque-origin', 'response-header-on-request']),
  rule('preflight-status', preflight.otherStatus, BEHIND_STATUS),
  rule('error-without-cors', response.errorWithoutCors, ['opaque-origin']),

  rule('two-cors-layers', cors.twoLayers),
  rule('opaque-origin', cors.opaqueOrigin),
  rule('origin-lost-in-redirect', cors.originLost),
  rule('redirect-not-allowed', response.otherRedirect, ['origin-lost-in-redirect']),
  rule('origin-lost-in-redirect', response.originWillBeLost),
  rule('malformed-origin', cors.malformedOrigin),
  rule('stale-preflight', response.stalePreflight),
  rule('response-without-cors', response.responseWithoutCors),
  rule('origin-not-allowed', cors.originNotAllowed),
  rule('malformed-list', cors.malformedList),
  rule('not-configured', cors.notConfigured, ['response-header-on-request']),
  rule('response-header-on-request', cors.responseHeaderOnRequest, ['sdk-header', 'header-not-allowed']),
  rule('not-allowed-silently', cors.silently),
  rule('wildcard-with-credentials', cors.wildcard),
  rule('method-not-allowed', cors.methodNotAllowed),
  rule('sdk-header', cors.sdkHeader),
  rule('header-not-allowed', cors.headerNotAllowed),
  rule('not-allowed-by-status', cors.byStatus),
  rule('credentials-not-allowed', cors.credentials),
];
