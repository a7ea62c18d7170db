import type { CauseId, FoundCause, FoundOf } from './cause.ts';
import type { Evidence } from './evidence.ts';

/** One line of the table of precedence. */
export interface Rule {
  readonly id: CauseId;
  readonly find: (evidence: Evidence) => FoundCause | null;
  /** Causes further down that stay hidden until this one is fixed, if the evidence already shows them. */
  readonly hides: readonly CauseId[];
}

/** Makes a rule. The compiler checks that its finder returns the cause `id`. */
export function rule<Id extends CauseId>(
  id: Id,
  find: (evidence: Evidence) => FoundOf<Id> | null,
  hides: readonly CauseId[] = [],
): Rule {
  return { id, find, hides };
}
