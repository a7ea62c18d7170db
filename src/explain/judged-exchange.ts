import { type Cause, rootCause } from '../causes/index.ts';
import { CHROME, type Diagnosis, diagnose, type Exchange } from '../cors/index.ts';

/** An exchange and what is concluded from it. */
export interface Row {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly cause: Cause | null;
}

/** What the mark of a row says. */
export type RowMark = 'blocked' | 'failed' | 'pending' | 'passed' | 'overridden';

const known = new WeakMap<Exchange, Row>();

/** The exchange's row, judged once for each state of the exchange. */
export function rowOf(exchange: Exchange): Row {
  const found = known.get(exchange);
  if (found !== undefined) return found;
  const diagnosis = diagnose(exchange, CHROME);
  const row: Row = { exchange, diagnosis, cause: rootCause(exchange, diagnosis) };
  known.set(exchange, row);
  return row;
}

/** Whether the exchange, as it is now, was judged before. */
export function isJudged(exchange: Exchange): boolean {
  return known.has(exchange);
}

export function markOf({ exchange, diagnosis }: Row): RowMark {
  if (diagnosis.outcome !== 'allowed') return diagnosis.outcome;
  return exchange.overridden && diagnosis.failures.length > 0 ? 'overridden' : 'passed';
}
