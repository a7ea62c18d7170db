import type { Clues } from './clues.ts';
import { NETWORK_WORDS, type NetworkCauseId, networkCause } from './headline-network.ts';
import { type Rule, rule } from './rule.ts';

/** One rule for each cause that a net error can name. */
export const RULES: readonly Rule[] = (Object.keys(NETWORK_WORDS) as readonly NetworkCauseId[]).map((id) =>
  rule(id, ({ failures: [failure] }: Clues) => {
    if (failure.stage !== 'network' || networkCause(failure.error) !== id) return null;
    return { failure, who: null };
  }),
);
