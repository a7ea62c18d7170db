import type { Diagnosis, Exchange } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { Cause } from './cause.ts';
import { causeLabel } from './labels.ts';
import { statusText } from './status-text.ts';

/** Says in a few words what became of an exchange, for a row of the list. */
export function headlineLabel(exchange: Exchange, diagnosis: Diagnosis, cause: Cause | null): Sentence {
  if (exchange.outside !== undefined && cause !== null) return causeLabel(cause);
  switch (diagnosis.outcome) {
    case 'pending':
      return sentence('labelPending');
    case 'allowed':
      return exchange.overridden && diagnosis.failures.length > 0
        ? sentence('markOverridden')
        : sentence('labelPassed', { status: statusText(exchange, exchange.hops.length - 1, 'response') });
    case 'blocked':
    case 'failed':
      return cause === null ? sentence('labelBlocked') : causeLabel(cause);
  }
}
