import type { JudgedExchange } from './judged-exchange.ts';

/** Returns the last repetition of the call by the page after `row`, or null. It shows whether a change helped. */
export function laterCall(rows: readonly JudgedExchange[], row: JudgedExchange): JudgedExchange | null {
  let latest: JudgedExchange | null = null;
  for (const other of rows) {
    const after = other.exchange.startedAt > (latest ?? row).exchange.startedAt;
    if (after && sameCall(row, other)) latest = other;
  }
  return latest;
}

function sameCall({ exchange: one }: JudgedExchange, { exchange: other }: JudgedExchange): boolean {
  return (
    one.origin === other.origin &&
    one.hops[0].url === other.hops[0].url &&
    one.hops[0].method === other.hops[0].method
  );
}
