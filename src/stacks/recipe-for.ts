import type { Recipe } from './recipe.ts';
import { documented } from './recipes/documented/index.ts';
import { goJava } from './recipes/go-java/index.ts';
import { node } from './recipes/node/index.ts';
import { proxies } from './recipes/proxies/index.ts';
import { pythonRubyPhp } from './recipes/python-ruby-php/index.ts';
import type { StackId } from './stack-id.ts';

/** Every recipe, in the order in which the panel offers them. */
export const RECIPES: readonly Recipe[] = [...node, ...pythonRubyPhp, ...goJava, ...proxies, ...documented];

/** The stack's recipe; null where there is none. */
export function recipeFor(stack: StackId): Recipe | null {
  return RECIPES.find((recipe) => recipe.stack === stack) ?? null;
}
