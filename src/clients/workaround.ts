import type { RecipeStep } from '../stacks/index.ts';
import type { Sentence } from '../texts/index.ts';

/** A way out on the page's side, for servers that can't be changed. */
export interface ClientWay {
  /** What it does. */
  readonly aim: Sentence;
  /** None where there is nothing to do on the page's side. */
  readonly steps: readonly RecipeStep[];
  /** The documentation that it follows. */
  readonly docs: string;
}
