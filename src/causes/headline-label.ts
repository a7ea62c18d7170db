import { CLIENTS } from '../clients/index.ts';
import type { Diagnosis, Exchange } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { Cause } from './cause.ts';
import { bareNetError } from './headline-network.ts';
import { namedHeaders, statusOf } from './headline-subject.ts';

/** Header names that a label names; the rest is counted. */
const NAMED = 1;

/** The headline in a few words, for a row of the list. */
export function headlineLabel(exchange: Exchange, diagnosis: Diagnosis, cause: Cause | null): Sentence {
  switch (diagnosis.outcome) {
    case 'pending':
      return sentence('labelPending');
    case 'allowed':
      return exchange.overridden && diagnosis.failures.length > 0
        ? sentence('markOverridden')
        : sentence('labelPassed', statusOf(exchange, exchange.hops.length - 1, 'response'));
    case 'blocked':
    case 'failed':
      return cause === null ? sentence('labelBlocked') : causeLabel(cause);
  }
}

/** The root cause in a few words: its title. */
export function causeLabel(cause: Cause): Sentence {
  switch (cause.id) {
    case 'header-not-allowed': {
      const { names, more } = namedHeaders(cause.names, NAMED);
      return more === null ? sentence('labelHeaders', names) : sentence('labelHeadersMore', names, more);
    }
    case 'sdk-header': {
      const { names, more } = namedHeaders(cause.names, NAMED);
      const sdks = cause.sdks.map((sdk) => CLIENTS[sdk].name);
      return more === null ? sentence('labelHeaders', names) : sentence('labelSdkHeaders', sdks);
    }
    case 'response-header-on-request':
      return sentence('labelResponseHeader');
    case 'method-not-allowed':
      return sentence('labelMethod', cause.method);
    case 'origin-not-allowed':
      return sentence('labelOrigin');
    case 'not-allowed-silently':
      return sentence('labelSilent');
    case 'not-allowed-by-status':
      return sentence('labelByStatus', `${cause.status}`);
    case 'malformed-origin':
      return sentence('labelMalformedOrigin');
    case 'two-cors-layers':
      return sentence('labelTwoLayers', cause.header);
    case 'wildcard-with-credentials':
      return sentence('labelWildcard');
    case 'credentials-not-allowed':
      return sentence('labelCredentials');
    case 'malformed-list':
      return sentence('labelMalformedList');
    case 'not-configured':
      return sentence('labelNotConfigured');
    case 'preflight-login':
      return sentence('labelPreflightLogin', `${cause.status}`);
    case 'preflight-login-redirect':
      return sentence('labelPreflightLoginRedirect');
    case 'preflight-router':
      return sentence('labelPreflightRouter', `${cause.status}`);
    case 'preflight-canonical-redirect':
    case 'preflight-redirect':
      return sentence('labelPreflightRedirect');
    case 'preflight-crash':
      return sentence('labelPreflightCrash', `${cause.status}`);
    case 'preflight-gateway':
      return sentence('labelPreflightGateway', `${cause.status}`);
    case 'preflight-status':
      return sentence('labelPreflightStatus', `${cause.status}`);
    case 'response-without-cors':
    case 'error-without-cors':
      return sentence('labelResponse', `${cause.status}`);
    case 'cached-answer':
      return sentence('labelCached');
    case 'stale-preflight':
      return sentence('labelStale');
    case 'login-redirect':
      return sentence('labelLoginRedirect');
    case 'canonical-redirect':
    case 'redirect-not-allowed':
      return sentence('labelRedirect');
    case 'opaque-origin':
    case 'origin-lost-in-redirect':
      return sentence('labelOpaque', 'null');
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
      return sentence('labelNetwork', bareNetError(cause.failure.error));
  }
}
