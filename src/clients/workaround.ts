import type { RecipeStep } from '../stacks/index.ts';
import type { Sentence } from '../texts/index.ts';

/** A change on the page's side, for servers that can't be changed. */
export interface Workaround {
  /** What the change does. */
  readonly summary: Sentence;
  /** Empty where nothing can be done on the page's side. */
  readonly steps: readonly RecipeStep[];
  /** The documentation that the steps follow. */
  readonly docs: string;
}
