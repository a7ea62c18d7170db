import type { Failure } from '../cors/index.ts';
import type { Recognition } from '../stacks/index.ts';
import type { Cause, CauseDetails, CauseId, CauseOf } from './cause.ts';
import type { Clues } from './evidence.ts';

/** What a rule found: the fault, what tells, and what is known of this cause in particular. */
export type Found<Id extends CauseId> = (Id extends keyof CauseDetails ? CauseDetails[Id] : unknown) & {
  readonly failure: Failure;
  readonly evidence?: readonly string[];
  /** Absent: whoever gave the answer. */
  readonly who?: Recognition | null;
};

/** One line of the table of precedence. */
export interface Rule {
  readonly id: CauseId;
  /** The causes further down that stay hidden until this one is mended, and are known all the same. */
  readonly hides: readonly CauseId[];
  causeIn(clues: Clues): Cause | null;
}

export function rule<Id extends CauseId>(
  id: Id,
  find: (clues: Clues) => Found<Id> | null,
  hides: readonly CauseId[] = [],
): Rule {
  return {
    id,
    hides,
    causeIn: (clues) => {
      const found = find(clues);
      if (found === null) return null;
      const cause = { id, who: clues.who, evidence: [], next: null, ...found };
      // Each Id's own details are checked by Found; the union of all is more than can be inferred here.
      return cause satisfies CauseOf<Id> as unknown as Cause;
    },
  };
}
