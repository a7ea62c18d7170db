import type { JudgedExchange } from './judged-exchange.ts';

/** The last time the page made the same call after `row` did, or null: it shows whether what was changed helped. */
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
