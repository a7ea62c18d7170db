import type { Diagnosis, Exchange } from '../cors/index.ts';
import type { CauseId } from './cause.ts';
import { bareNetError } from './headline-network.ts';
import { type Sentence, sentence } from './headline-sentence.ts';
import { firstOf, headerNames, statusOf } from './headline-subject.ts';

/** Header names that a label names; the rest is counted. */
const NAMED = 2;

/** The headline in a few words, for a row of the list. */
export function headlineLabel(exchange: Exchange, diagnosis: Diagnosis, cause: CauseId | null): Sentence {
  switch (diagnosis.outcome) {
    case 'pending':
      return sentence('labelPending');
    case 'allowed':
      return exchange.overridden && diagnosis.failures.length > 0
        ? sentence('markOverridden')
        : sentence('labelPassed', statusOf(exchange, exchange.hops.length - 1, 'response'));
    case 'blocked':
    case 'failed':
      return cause === null ? sentence('labelBlocked') : causeLabel(exchange, diagnosis, cause);
  }
}

/** The root cause in a few words. */
export function causeLabel(exchange: Exchange, { failures }: Diagnosis, cause: CauseId): Sentence {
  const failure = firstOf(failures, cause);
  const hop = failure?.hop ?? exchange.hops.length - 1;
  switch (cause) {
    case 'header-not-allowed': {
      const names = headerNames(failures);
      if (names.length <= NAMED) return sentence('labelHeaders', names);
      return sentence('labelHeadersMore', names.slice(0, NAMED), String(names.length - NAMED));
    }
    case 'method-not-allowed':
      return sentence('labelMethod', failure?.parameter ?? '');
    case 'origin-not-allowed':
      return sentence('labelOrigin');
    case 'not-configured':
      return sentence('labelNotConfigured');
    case 'malformed-origin':
      return sentence('labelMalformedOrigin');
    case 'multiple-origins':
      return sentence('labelMultipleOrigins');
    case 'wildcard-with-credentials':
      return sentence('labelWildcard');
    case 'credentials-not-allowed':
      return sentence('labelCredentials');
    case 'malformed-list':
      return sentence('labelMalformedList');
    case 'preflight-status':
      return sentence('labelPreflightStatus', statusOf(exchange, hop, 'preflight'));
    case 'preflight-redirect':
      return sentence('labelPreflightRedirect');
    case 'response-without-cors':
      return sentence('labelResponse', statusOf(exchange, hop, 'response'));
    case 'redirect-not-allowed':
      return sentence('labelRedirect');
    case 'network-error':
      return sentence(
        'labelNetwork',
        bareNetError(exchange.outcome.type === 'error' ? exchange.outcome.error : ''),
      );
  }
}
