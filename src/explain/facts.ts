import { faultWords, othersFollow } from '../causes/index.ts';
import { type Recognition, whoAnswered } from '../stacks/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import type { StackChoice } from './stack-choice.ts';

/** What belongs beside the headline of a blocked call, in a glance. */
export interface Facts {
  /** Who answered, as it was recognised; null where the user chose what is shown. */
  readonly who: Recognition | null;
  /** How many faults there are beside the one that the headline names, and hold in any case. */
  readonly more: number;
  /** Whether there are more if credentials are included, which isn't known. */
  readonly moreWithCredentials: boolean;
  /** Whether the cause hides another one, which will stop the call next. */
  readonly hides: boolean;
  /** Whether the answer isn't one of the code that knows of CORS: what else is wrong shows only once that is fixed. */
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
