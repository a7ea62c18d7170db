import { CLIENTS, type Client } from '../clients/index.ts';
import { type Exchange, hostOf, hostOfHop, originOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { Cause, CauseOf } from './cause.ts';
import { NETWORK_WORDS } from './headline-network.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** What to do about a cause, in order: beside the headers that are needed, or where no header helps. */
export function adviceOn(exchange: Exchange, cause: Cause): readonly Sentence[] {
  const { hop } = cause.failure;
  const host = hostOfHop(exchange, hop);
  const { url } = exchange.hops[hop] ?? exchange.hops[0];
  switch (cause.id) {
    case 'header-not-allowed':
      return [sentence('adviceHeaders', host, cause.names, 'Access-Control-Allow-Headers')];
    case 'sdk-header':
      return [
        sentence('adviceHeaders', host, cause.names, 'Access-Control-Allow-Headers'),
        ...cause.sdks.map((sdk) => withoutSdkHeader(CLIENTS[sdk])),
      ];
    case 'response-header-on-request':
      return [sentence('adviceResponseHeader', cause.names)];
    case 'method-not-allowed': {
      const allow = sentence('adviceMethod', host, cause.method, 'Access-Control-Allow-Methods');
      const upper = cause.method.toUpperCase();
      return cause.method === upper ? [allow] : [sentence('adviceMethodCase', upper, cause.method), allow];
    }
    case 'origin-not-allowed':
      return [sentence('adviceOrigin', host, cause.origin)];
    case 'not-allowed-silently':
    case 'not-allowed-by-status': {
      const { origin, method, headerNames } = cause.asked;
      return headerNames.length === 0
        ? [sentence('adviceAskedSimply', host, origin, method)]
        : [sentence('adviceAsked', host, origin, method, headerNames)];
    }
    case 'malformed-origin':
      return [sentence('adviceMalformedOrigin', host, ALLOW_ORIGIN, exchange.origin)];
    case 'two-cors-layers':
      return [sentence('adviceTwoLayers', cause.header)];
    case 'wildcard-with-credentials':
      return [sentence('adviceWildcard', host, exchange.origin, '*'), sentence('adviceOmitCredentials')];
    case 'credentials-not-allowed':
      return [
        sentence('adviceCredentials', host, 'Access-Control-Allow-Credentials', 'true'),
        sentence('adviceOmitCredentials'),
      ];
    case 'malformed-list':
      return [sentence('adviceMalformedList', cause.header)];
    case 'not-configured':
      return [sentence('adviceNotConfigured', host, cause.origin)];
    case 'preflight-login':
      return [sentence('adviceLogin', 'OPTIONS')];
    case 'preflight-login-redirect':
      return [sentence('fixGateway', 'OPTIONS'), sentence('fixStatus', host, 'OPTIONS')];
    case 'preflight-router':
      return [sentence('fixStatus', host, 'OPTIONS')];
    case 'preflight-canonical-redirect':
    case 'canonical-redirect':
      return [sentence('adviceCanonical', cause.location)];
    case 'preflight-redirect':
      return ofPreflightRedirect(host, url, cause);
    case 'preflight-crash':
      return [sentence('adviceCrash', host), sentence('fixStatus', host, 'OPTIONS')];
    case 'preflight-gateway':
      return [sentence(cause.status >= 500 ? 'adviceGateway' : 'adviceGatewayAnswers', host)];
    case 'preflight-status':
      return cause.status === 403
        ? [sentence('adviceForbidden', 'OPTIONS', exchange.origin)]
        : [sentence('fixStatus', host, 'OPTIONS')];
    case 'response-without-cors':
      return [sentence('adviceResponse', host, ALLOW_ORIGIN)];
    case 'error-without-cors':
      return [
        sentence('adviceError', host, `${cause.status}`),
        sentence('adviceErrorHeaders', host, ALLOW_ORIGIN),
      ];
    case 'cached-answer':
      return [sentence('adviceCached', host, 'Vary: Origin')];
    case 'stale-preflight':
      return [sentence('adviceStale')];
    case 'login-redirect':
      return [sentence('adviceLoginRedirect', host), sentence('adviceLoginStatus', host, '401')];
    case 'redirect-not-allowed':
      return [ofRedirect(host, cause)];
    case 'opaque-origin':
      return [sentence('adviceOpaque', 'null', 'allow-same-origin')];
    case 'origin-lost-in-redirect':
      return [sentence('adviceOriginLost', hostOf(cause.from), 'null')];
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
      return [sentence(NETWORK_WORDS[cause.id].hint)];
  }
}

function withoutSdkHeader({ name, setting }: Client): Sentence {
  return setting === null ? sentence('adviceSdkNeeds', name) : sentence('adviceSdkSetting', name, setting);
}

/** A redirect to another origin is a login gateway's, most of the time. */
function ofPreflightRedirect(
  host: string,
  url: string,
  { location }: CauseOf<'preflight-redirect'>,
): readonly Sentence[] {
  const answer = sentence('fixStatus', host, 'OPTIONS');
  return originOf(location) === originOf(url) ? [answer] : [answer, sentence('fixGateway', 'OPTIONS')];
}

function ofRedirect(host: string, { failure, location }: CauseOf<'redirect-not-allowed'>): Sentence {
  if (failure.error === 'RedirectContainsCredentials') return sentence('fixRedirectCredentials', host);
  if (failure.error === 'CorsDisabledScheme') return sentence('fixRedirectScheme', host);
  return sentence('adviceRedirect', location, host);
}
