import { headlineLabel } from '../cause/headline-label.ts';
import type { Sentence } from '../cause/headline-sentence.ts';
import { rootCause } from '../cause/index.ts';
import { diagnose, type Exchange } from '../cors/index.ts';

/** A root cause in a few words, and how many requests it blocked. */
export interface BlockedCause {
  readonly label: Sentence;
  readonly count: number;
}

/** The root causes of those exchanges that were blocked, the most frequent first. */
export function blockedCauses(exchanges: readonly Exchange[]): readonly BlockedCause[] {
  const byLabel = new Map<string, BlockedCause>();
  for (const exchange of exchanges) {
    const diagnosis = diagnose(exchange);
    if (diagnosis.outcome !== 'blocked') continue;
    const label = headlineLabel(exchange, diagnosis, rootCause(exchange, diagnosis));
    const key = JSON.stringify(label);
    byLabel.set(key, { label, count: (byLabel.get(key)?.count ?? 0) + 1 });
  }
  return [...byLabel.values()].sort((one, other) => other.count - one.count);
}
