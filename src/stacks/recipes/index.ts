import type { Recipe } from '../recipe.ts';
import type { StackId } from '../stack.ts';
import { documented } from './documented/index.ts';
import { goJava } from './go-java/index.ts';
import { node } from './node/index.ts';
import { proxies } from './proxies/index.ts';
import { pythonRubyPhp } from './python-ruby-php/index.ts';

/** Every recipe, in the order in which the panel offers them. */
export const RECIPES: readonly Recipe[] = [...node, ...pythonRubyPhp, ...goJava, ...proxies, ...documented];

/** The stack's recipe; null where there is none. */
export function recipeFor(stack: StackId): Recipe | null {
  return RECIPES.find((recipe) => recipe.stack === stack) ?? null;
}
