import { type Cause, clientCredentials, rootCause } from '../causes/index.ts';
import { CHROME, type Diagnosis, diagnose, type Exchange } from '../cors/index.ts';

/** An exchange with its diagnosis and its root cause: all that a list of exchanges shows. */
export interface JudgedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Null where nothing is wrong, or the exchange is pending. */
  readonly cause: Cause | null;
}

/** What became of a call; `overridden`: it passed thanks to an override alone. */
export type CallResult = 'blocked' | 'failed' | 'pending' | 'passed' | 'overridden';

const known = new WeakMap<Exchange, JudgedExchange>();

/** Diagnoses the exchange and finds its root cause, once for each state of the exchange. */
export function judge(exchange: Exchange): JudgedExchange {
  const found = known.get(exchange);
  if (found !== undefined) return found;
  const diagnosis = diagnose(exchange, CHROME, clientCredentials(exchange)?.mode);
  const judged: JudgedExchange = { exchange, diagnosis, cause: rootCause(exchange, diagnosis) };
  known.set(exchange, judged);
  return judged;
}

/** Whether the exchange, in its present state, was judged before. */
export function isJudged(exchange: Exchange): boolean {
  return known.has(exchange);
}

export function resultOf({ exchange, diagnosis }: JudgedExchange): CallResult {
  if (diagnosis.outcome !== 'allowed') return diagnosis.outcome;
  return exchange.overridden && diagnosis.failures.length > 0 ? 'overridden' : 'passed';
}
