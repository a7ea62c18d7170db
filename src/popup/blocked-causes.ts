import { causeKey, causeLabel, clientCredentials, rootCause, seenAnswers } from '../causes/index.ts';
import { type BrowserProfile, diagnose, type Exchange, hostOfHop } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';

/** A root cause in a few words, the server that it is found at, and how many requests it blocked. */
export interface BlockedCause {
  readonly key: string;
  readonly label: Sentence;
  readonly host: string;
  readonly count: number;
}

/**
 * Counts the root causes of the blocked exchanges, the most frequent first. They are told apart as in the panel's list.
 */
export function blockedCauses(
  exchanges: readonly Exchange[],
  profile: BrowserProfile,
): readonly BlockedCause[] {
  const byKey = new Map<string, BlockedCause>();
  const seen = seenAnswers(exchanges);
  for (const exchange of exchanges) {
    const diagnosis = diagnose(exchange, profile, clientCredentials(exchange)?.mode);
    const cause =
      diagnosis.outcome === 'blocked' ? rootCause(exchange, diagnosis, seen.beside(exchange)) : null;
    if (cause === null) continue;
    const key = causeKey(exchange, cause);
    const count = (byKey.get(key)?.count ?? 0) + 1;
    const host = hostOfHop(exchange, cause.failure.hop);
    byKey.set(key, { key, label: causeLabel(cause), host, count });
  }
  return [...byKey.values()].sort((one, other) => other.count - one.count);
}
