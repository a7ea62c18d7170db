import type { Recipe } from './recipe.ts';
import { RECIPES } from './recipes.ts';
import type { StackId } from './stack-id.ts';

/** The stack's recipe; null where there is none. */
export function recipeFor(stack: StackId): Recipe | null {
  return RECIPES.find(([id]) => id === stack)?.[1] ?? null;
}
