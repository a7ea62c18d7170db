import { signal } from '@preact/signals';
import type { Failure } from '../../cors/index.ts';
import type { Explanation } from '../../explain/index.ts';
import { variantOf } from '../../report/index.ts';
import {
  type Recipe,
  type RecipeVariant,
  type ServerNeed,
  variantFor,
  variantsOf,
} from '../../stacks/index.ts';

/** The label of the variant that was picked last. The same for all requests: nobody changes systems between two of them. */
export const pickedVariant = signal('');

/** The variant of a recipe that is shown for a need; null where the recipe can't help. */
export function shownVariant(
  recipe: Recipe,
  need: ServerNeed,
  failures: readonly Failure[],
): RecipeVariant | null {
  return variantFor(variantsOf(recipe, need, failures), pickedVariant.value, navigator.userAgent);
}

/** The variant that an explanation's fix shows; null where it shows no recipe. */
export function variantOfFix(explanation: Explanation): RecipeVariant | null {
  return variantOf(explanation, pickedVariant.value, navigator.userAgent);
}
