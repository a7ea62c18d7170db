import type { RecipeStep } from '../stacks/index.ts';
import type { Sentence } from '../texts/index.ts';

/** What is known to help on the page's side against headers that aren't allowed, or that nothing there does. */
export interface Workaround {
  /** What the change does. */
  readonly summary: Sentence;
  /** Who follows it: `server` where the page can't do without the headers, so that the server has to allow them. */
  readonly by: 'page' | 'server';
  /** Empty where nothing can be done on the page's side. */
  readonly steps: readonly RecipeStep[];
  /** The documentation that the steps follow. */
  readonly docs: string;
}
