import { type Diagnosis, type Exchange, type Failure, hopOrigins } from '../cors/index.ts';
import type { CauseId } from './cause.ts';
import { hostOfHop } from './headline-host.ts';
import { bareNetError, networkWords } from './headline-network.ts';
import { type Sentence, sentence } from './headline-sentence.ts';
import { firstOf, headerNames, listHeaderOf, statusOf } from './headline-subject.ts';

/** Header names that a headline names; the rest is counted. */
const NAMED = 3;

/** What is to be said first of an exchange: what's wrong, named exactly, in one sentence. */
export function headline(exchange: Exchange, diagnosis: Diagnosis, cause: CauseId | null): Sentence {
  switch (diagnosis.outcome) {
    case 'blocked':
    case 'failed':
      return cause === null
        ? sentence('headlineBlocked', lastHost(exchange))
        : ofCause(exchange, diagnosis, cause);
    case 'pending':
      return sentence('headlinePending', lastHost(exchange));
    case 'allowed':
      return ofPassed(exchange, diagnosis);
  }
}

function ofPassed(exchange: Exchange, diagnosis: Diagnosis): Sentence {
  const host = lastHost(exchange);
  const status = exchange.hops.at(-1)?.response?.status ?? 0;
  const thanks = exchange.overridden && diagnosis.failures.length > 0;
  if (status >= 400) {
    return sentence(thanks ? 'headlineOverriddenStatus' : 'headlinePassedStatus', host, String(status));
  }
  return sentence(thanks ? 'headlineOverridden' : 'headlinePassed', host);
}

function lastHost(exchange: Exchange): string {
  return hostOfHop(exchange, exchange.hops.length - 1);
}

function ofCause(exchange: Exchange, { failures }: Diagnosis, cause: CauseId): Sentence {
  const failure = firstOf(failures, cause);
  const hop = failure?.hop ?? exchange.hops.length - 1;
  const host = hostOfHop(exchange, hop);
  const origin = hopOrigins(exchange)[hop] ?? exchange.origin;
  const value = failure?.parameter ?? '';
  switch (cause) {
    case 'header-not-allowed':
      return ofHeaders(host, headerNames(failures));
    case 'method-not-allowed':
      return sentence('headlineMethod', host, value);
    case 'origin-not-allowed':
      return failure === null || failure.parameter === null
        ? sentence('headlineNotConfigured', host, origin, 'Access-Control-Allow-Origin')
        : sentence('headlineOrigin', host, value, origin);
    case 'not-configured':
      return sentence('headlineNotConfigured', host, origin, 'Access-Control-Allow-Origin');
    case 'malformed-origin':
      return value === ''
        ? sentence('headlineEmptyOrigin', host, 'Access-Control-Allow-Origin')
        : sentence('headlineMalformedOrigin', host, 'Access-Control-Allow-Origin', value);
    case 'multiple-origins':
      return sentence('headlineMultipleOrigins', host, 'Access-Control-Allow-Origin', value);
    case 'wildcard-with-credentials':
      return sentence('headlineWildcard', host, '*');
    case 'credentials-not-allowed':
      return sentence('headlineCredentials', host, 'Access-Control-Allow-Credentials', 'true');
    case 'malformed-list':
      return sentence('headlineMalformedList', host, listHeaderOf(failure), value);
    case 'preflight-status':
      return sentence('headlinePreflightStatus', host, statusOf(exchange, hop, 'preflight'));
    case 'preflight-redirect':
      return sentence('headlinePreflightRedirect', host, value);
    case 'response-without-cors': {
      const status = statusOf(exchange, hop, 'response');
      return sentence('headlineResponse', host, status, 'Access-Control-Allow-Origin');
    }
    case 'redirect-not-allowed':
      return ofRedirect(host, origin, failure);
    case 'network-error': {
      const error = exchange.outcome.type === 'error' ? exchange.outcome.error : '';
      const key = networkWords(error).headline;
      return key === 'networkOther' ? sentence(key, host, bareNetError(error)) : sentence(key, host);
    }
  }
}

function ofHeaders(host: string, names: readonly string[]): Sentence {
  if (names.length === 1) return sentence('headlineHeader', host, names);
  if (names.length <= NAMED + 1) return sentence('headlineHeaders', host, names);
  return sentence('headlineHeadersMore', host, names.slice(0, NAMED), String(names.length - NAMED));
}

function ofRedirect(host: string, origin: string, failure: Failure | null): Sentence {
  if (failure?.error === 'RedirectContainsCredentials') return sentence('headlineRedirectCredentials', host);
  if (failure?.error === 'CorsDisabledScheme') {
    return sentence('headlineRedirectScheme', host, failure.parameter ?? '');
  }
  return sentence('headlineRedirectCheck', host, origin);
}
