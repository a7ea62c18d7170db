import { type Sentence, sentence } from '../texts/index.ts';
import type { Cause, CauseOf } from './cause.ts';
import type { CanonicalForm } from './redirect-target.ts';

const ALLOW_HEADERS = 'Access-Control-Allow-Headers';
const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** Why a cause stops the call; null where its headline says it all. */
export function whatHappened(cause: Cause): Sentence | null {
  switch (cause.id) {
    case 'header-not-allowed':
      return sentence(cause.names.length === 1 ? 'happenedHeader' : 'happenedHeaders', ALLOW_HEADERS);
    case 'sdk-header':
      return sentence(cause.names.length === 1 ? 'happenedSdkHeader' : 'happenedSdkHeaders', ALLOW_HEADERS);
    case 'response-header-on-request':
      return sentence('happenedResponseHeader');
    case 'method-not-allowed':
      return sentence('happenedMethod', 'Access-Control-Allow-Methods');
    case 'origin-not-allowed':
      return sentence('happenedOrigin', ALLOW_ORIGIN);
    case 'not-allowed-silently':
      return sentence('happenedSilent', ALLOW_ORIGIN);
    case 'not-allowed-by-status':
      return sentence('happenedByStatus');
    case 'malformed-origin':
      return sentence('happenedMalformedOrigin');
    case 'two-cors-layers':
      return sentence(cause.preflight === null ? 'happenedTwoLayers' : 'happenedLayersDisagree');
    case 'wildcard-with-credentials':
      return sentence('happenedWildcard', '*');
    case 'credentials-not-allowed':
      return sentence('happenedCredentials', 'true');
    case 'malformed-list':
      return sentence('happenedMalformedList');
    case 'not-configured':
      return ofNotConfigured(cause);
    case 'preflight-login':
      return sentence('happenedLogin', 'OPTIONS', 'Authorization');
    case 'preflight-login-redirect':
      return sentence('happenedLoginRedirect');
    case 'preflight-router':
      return sentence('happenedRouter');
    case 'preflight-canonical-redirect':
    case 'canonical-redirect':
      return sentence('happenedCanonical', cause.forms.map(formText));
    case 'preflight-redirect':
      return sentence('happenedRedirect');
    case 'preflight-crash':
      return sentence('happenedCrash', 'OPTIONS');
    case 'preflight-gateway':
      return cause.status >= 500
        ? sentence('happenedGateway')
        : sentence('happenedGatewayAnswers', 'OPTIONS');
    case 'preflight-status':
      return cause.status === 403 ? sentence('happenedForbidden', '403') : null;
    case 'response-without-cors':
      return sentence('happenedResponse', ALLOW_ORIGIN);
    case 'error-without-cors':
      return sentence(cause.preflighted ? 'happenedErrorPage' : 'happenedError', ALLOW_ORIGIN);
    case 'cached-answer':
      return sentence('happenedCached', cause.evidence, 'Vary: Origin');
    case 'stale-preflight':
      return sentence('happenedStale');
    case 'login-redirect':
      return sentence('happenedLoggedOut');
    case 'redirect-not-allowed':
      return null;
    case 'opaque-origin':
      return sentence('happenedOpaque', 'null');
    case 'origin-lost-in-redirect':
      return sentence('happenedOriginLost', 'null');
    case 'local-network-access':
    case 'server-not-running':
    case 'name-not-found':
    case 'certificate-not-trusted':
    case 'hung-up':
    case 'timeout':
    case 'offline':
    case 'aborted':
    case 'response-policy':
    case 'blocked-by-extension':
    case 'unsafe-port':
    case 'mixed-content':
    case 'blocked-by-browser':
    case 'reason-untold':
    case 'network-error':
      return null;
  }
}

function ofNotConfigured({ status, origin }: CauseOf<'not-configured'>): Sentence {
  return status === null
    ? sentence('happenedNotConfigured', ALLOW_ORIGIN, origin)
    : sentence('happenedUnknownCall', 'OPTIONS', `${status}`);
}

function formText(form: CanonicalForm): string {
  switch (form) {
    case 'slash':
      return '/';
    case 'https':
      return 'https://';
    case 'www':
      return 'www.';
  }
}
