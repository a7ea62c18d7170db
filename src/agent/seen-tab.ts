import type { Exchange } from '../cors/index.ts';
import { type Explanation, explainAll, type JudgedExchange, type SharedContext } from '../explain/index.ts';

/** What was seen in one tab, judged, and what explains it. */
export interface SeenTab {
  /** In the order they began. */
  readonly rows: readonly JudgedExchange[];
  readonly context: SharedContext;
}

/** Explains rows of a tab; all of its exchanges count as evidence. */
export function explainRows(
  { rows, context }: SeenTab,
  wanted: readonly JudgedExchange[],
): readonly Explanation[] {
  const seen: readonly Exchange[] = rows.map(({ exchange }) => exchange);
  return explainAll(wanted, seen, context);
}
