import { type Recognition, type StackId, whoAnswered } from '../stacks/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import type { StackChoice } from './stack-choice.ts';

/** The stack that answered: recognised by its answers, or named by the user. */
export type Answerer =
  | Pick<Recognition, 'stack' | 'certainty' | 'evidence'>
  | { readonly stack: StackId; readonly certainty: 'chosen' };

/** Returns the stack that answered, or null if it is unknown. What the user said comes before what was recognised. */
export function answererOf({ exchange }: JudgedExchange, chosen: StackChoice | null): Answerer | null {
  if (chosen !== null && chosen !== 'headers-only') return { stack: chosen, certainty: 'chosen' };
  return whoAnswered(exchange)[0] ?? null;
}
