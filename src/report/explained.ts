import type { Explanation } from '../explain/index.ts';
import { type RecipeVariant, variantFor, variantsOf } from '../stacks/index.ts';

/** What is handed out: an explanation, and which of its recipe's variants. */
export interface Explained {
  readonly explanation: Explanation;
  /** Null where no recipe is shown, or where the recipe can't help. */
  readonly variant: RecipeVariant | null;
}

/**
 * The variant that an explanation's fix shows.
 * @param label of the variant that somebody picked; empty where nobody did
 * @param userAgent tells the system, where nobody picked one
 */
export function variantOf(
  { onServer: { fix }, diagnosis }: Explanation,
  label: string,
  userAgent: string,
): RecipeVariant | null {
  if (fix === null || fix.recipe === null) return null;
  return variantFor(variantsOf(fix.recipe, fix.need, diagnosis.failures), label, userAgent);
}
