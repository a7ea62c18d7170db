import type { Recipe } from './recipe.ts';
import { RECIPES } from './recipes.ts';
import type { StackId } from './stack-id.ts';

/** Returns the stack's recipe, or null if it has none. */
export function recipeFor(stack: StackId): Recipe | null {
  return RECIPES.find(([id]) => id === stack)?.[1] ?? null;
}
