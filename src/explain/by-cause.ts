import { causeKey } from '../causes/index.ts';
import { type JudgedExchange, resultOf } from './judged-exchange.ts';

/** Calls that one change mends, in the order they began. */
export type SameCause = readonly [JudgedExchange, ...JudgedExchange[]];

/**
 * Puts together the calls that have the same result for the same cause at the same server. Calls without a cause are
 * left out: nothing is wrong with them, or nothing is known yet.
 * @param rows in the order they began
 */
export function byCause(rows: readonly JudgedExchange[]): readonly SameCause[] {
  const groups = new Map<string, [JudgedExchange, ...JudgedExchange[]]>();
  for (const row of rows) {
    if (row.cause === null) continue;
    const key = `${resultOf(row)} ${causeKey(row.exchange, row.cause)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
