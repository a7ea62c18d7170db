import { canonicalRedirect } from './canonical-redirect.ts';
import { credentialsNotAllowed } from './credentials-not-allowed.ts';
import { loginRedirect } from './login-redirect.ts';
import { malformedList } from './malformed-list.ts';
import { notAllowedByStatus } from './not-allowed-by-status.ts';
import { notAllowedSilently } from './not-allowed-silently.ts';
import { opaqueOrigin } from './opaque-origin.ts';
import { originLostInRedirect } from './origin-lost-in-redirect.ts';
import { preflightCanonicalRedirect } from './preflight-canonical-redirect.ts';
import { preflightLoginRedirect } from './preflight-login-redirect.ts';
import { preflightRedirect } from './preflight-redirect.ts';
import { preflightRouter } from './preflight-router.ts';
import { redirectNotAllowed } from './redirect-not-allowed.ts';
import { responseHeaderOnRequest } from './response-header-on-request.ts';
import { stalePreflight } from './stale-preflight.ts';
import { wildcardWithCredentials } from './wildcard-with-credentials.ts';
import { cachedAnswer } from './words/cached-answer.ts';
import { contentSecurityPolicy } from './words/content-security-policy.ts';
import { embeddedWithoutPolicy } from './words/embedded-without-policy.ts';
import { errorWithoutCors } from './words/error-without-cors.ts';
import { headerNotAllowed } from './words/header-not-allowed.ts';
import { integrityWithoutCors } from './words/integrity-without-cors.ts';
import { localUrl } from './words/local-url.ts';
import { malformedOrigin } from './words/malformed-origin.ts';
import { methodNotAllowed } from './words/method-not-allowed.ts';
import { NETWORK_WORDS } from './words/network.ts';
import { notConfigured } from './words/not-configured.ts';
import { opaqueAnswer } from './words/opaque-answer.ts';
import { originGuard } from './words/origin-guard.ts';
import { originNotAllowed } from './words/origin-not-allowed.ts';
import { preflightCrash } from './words/preflight-crash.ts';
import { preflightGateway } from './words/preflight-gateway.ts';
import { preflightLogin } from './words/preflight-login.ts';
import { preflightStatus } from './words/preflight-status.ts';
import { responseWithoutCors } from './words/response-without-cors.ts';
import { sdkHeader } from './words/sdk-header.ts';
import { serviceWorkerAnswer } from './words/service-worker-answer.ts';
import { twoCorsLayers } from './words/two-cors-layers.ts';
import { websocketClosed } from './words/websocket-closed.ts';
import { websocketHandshake } from './words/websocket-handshake.ts';

/** Every root cause, with its texts. The list is closed; the ids are stable. */
export const CAUSES = {
  // CORS is set up, and doesn't allow the call.
  'header-not-allowed': headerNotAllowed,
  'sdk-header': sdkHeader,
  'response-header-on-request': responseHeaderOnRequest,
  'method-not-allowed': methodNotAllowed,
  'origin-not-allowed': originNotAllowed,
  'origin-guard': originGuard,
  'not-allowed-silently': notAllowedSilently,
  'not-allowed-by-status': notAllowedByStatus,
  'malformed-origin': malformedOrigin,
  'two-cors-layers': twoCorsLayers,
  'wildcard-with-credentials': wildcardWithCredentials,
  'credentials-not-allowed': credentialsNotAllowed,
  'malformed-list': malformedList,
  // CORS isn't set up.
  'not-configured': notConfigured,
  // Something other than CORS answers the preflight.
  'preflight-login': preflightLogin,
  'preflight-login-redirect': preflightLoginRedirect,
  'preflight-router': preflightRouter,
  'preflight-canonical-redirect': preflightCanonicalRedirect,
  'preflight-redirect': preflightRedirect,
  'preflight-crash': preflightCrash,
  'preflight-gateway': preflightGateway,
  'preflight-status': preflightStatus,
  // The preflight passes, or none is needed, and the response to the call itself fails.
  'response-without-cors': responseWithoutCors,
  'error-without-cors': errorWithoutCors,
  'cached-answer': cachedAnswer,
  'stale-preflight': stalePreflight,
  'login-redirect': loginRedirect,
  'canonical-redirect': canonicalRedirect,
  'redirect-not-allowed': redirectNotAllowed,
  // The call carries an origin that no server should allow.
  'opaque-origin': opaqueOrigin,
  'origin-lost-in-redirect': originLostInRedirect,
  // CORS decides nothing about the request, and people take for CORS what came of it.
  'opaque-answer': opaqueAnswer,
  'service-worker-answer': serviceWorkerAnswer,
  'websocket-handshake': websocketHandshake,
  'websocket-closed': websocketClosed,
  'local-url': localUrl,
  'integrity-without-cors': integrityWithoutCors,
  'content-security-policy': contentSecurityPolicy,
  'embedded-without-policy': embeddedWithoutPolicy,
  // Something other than CORS.
  ...NETWORK_WORDS,
};
