import {
  type Cause,
  clientCredentials,
  NOTHING_SEEN,
  rootCause,
  type Seen,
  sameSeen,
} from '../causes/index.ts';
import { type BrowserProfile, type Diagnosis, diagnose, type Exchange } from '../cors/index.ts';

/** An exchange with its diagnosis and its root cause: all that a list of exchanges shows. */
export interface JudgedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Null if nothing is wrong, or the exchange is pending. */
  readonly cause: Cause | null;
}

/**
 * What became of a call; `overridden`: it passed thanks to an override alone; `not-cors`: it is listed since people take
 * for CORS what came of it.
 */
export type CallResult = 'blocked' | 'failed' | 'pending' | 'passed' | 'overridden' | 'not-cors';

interface JudgedBy {
  readonly judged: JudgedExchange;
  readonly seen: Seen;
}

const judgements = new WeakMap<Exchange, JudgedBy>();

/**
 * Diagnoses the exchange and finds its root cause, once for each state of the exchange and of what was seen beside it.
 * @param profile the browser that made the call, the same each time
 * @param seen what other answers of the same server have shown; if left out, what it was judged by before
 */
export function judge(
  exchange: Exchange,
  profile: BrowserProfile,
  seen: Seen = judgements.get(exchange)?.seen ?? NOTHING_SEEN,
): JudgedExchange {
  const found = judgements.get(exchange);
  if (found !== undefined && isUpToDate(found, seen)) {
    if (found.seen !== seen) judgements.set(exchange, { judged: found.judged, seen });
    return found.judged;
  }
  const diagnosis = found?.judged.diagnosis ?? diagnose(exchange, profile, clientCredentials(exchange)?.mode);
  const judged: JudgedExchange = { exchange, diagnosis, cause: rootCause(exchange, diagnosis, seen) };
  judgements.set(exchange, { judged, seen });
  return judged;
}

/** Whether the exchange, in its present state, was judged by this already. */
export function isJudged(exchange: Exchange, seen: Seen = NOTHING_SEEN): boolean {
  const found = judgements.get(exchange);
  return found !== undefined && isUpToDate(found, seen);
}

/** What other answers of the same server had shown when the exchange was judged last. */
export function seenBeside(exchange: Exchange): Seen {
  return judgements.get(exchange)?.seen ?? NOTHING_SEEN;
}

/** What is seen beside a call with nothing wrong changes nothing. */
function isUpToDate({ judged, seen }: JudgedBy, now: Seen): boolean {
  return seen === now || judged.cause === null || sameSeen(seen, now);
}

export function resultOf({ exchange, diagnosis }: JudgedExchange): CallResult {
  if (exchange.outside !== undefined) return 'not-cors';
  if (diagnosis.outcome !== 'allowed') return diagnosis.outcome;
  return exchange.overridden && diagnosis.failures.length > 0 ? 'overridden' : 'passed';
}
