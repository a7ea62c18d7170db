import { faultWords, othersFollow } from '../causes/index.ts';
import { type Recognition, whoAnswered } from '../stacks/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import type { StackChoice } from './stack-choice.ts';

/** The facts beside the headline of a blocked call. */
export interface Facts {
  /** The stack that answered, as it was recognised. Null if the user chose the stack that is shown. */
  readonly who: Recognition | null;
  /** The number of other faults that count in any case, beside the one that the headline names. */
  readonly more: number;
  /** Whether there are more faults if credentials are included, which isn't known. */
  readonly moreWithCredentials: boolean;
  /** Whether the cause hides another one, which will stop the call next. */
  readonly hides: boolean;
  /** True if the answer comes from code that knows nothing of CORS. Other faults show only once that is fixed. */
  readonly isError: boolean;
}

/** Reads the facts of a judged exchange. */
export function factsOf(
  { exchange, diagnosis, cause }: JudgedExchange,
  stackChoice: StackChoice | null,
): Facts {
  const faults = faultWords(exchange, diagnosis.failures);
  const follow = cause !== null && othersFollow(cause);
  const certain = faults.filter(
    ({ when }) => when === 'always' || diagnosis.credentials === 'included',
  ).length;
  return {
    who: stackChoice === null ? (whoAnswered(exchange)[0] ?? null) : null,
    more: follow ? 0 : Math.max(0, certain - 1),
    moreWithCredentials: certain < faults.length,
    hides: cause !== null && cause.next !== null,
    isError: follow,
  };
}
