import { recipeFor, STACKS, variantsOf } from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { Fix } from './fix.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/**
 * Names the setting of the stack that probably answered. Its recipe is shown only once the reader says that it is that
 * stack. Empty if the stack is sure or unknown, or has no setting that helps.
 */
export function probableSetting({ diagnosis }: JudgedExchange, fix: Fix | null): readonly Sentence[] {
  if (fix === null || fix.probable === null) return [];
  const recipe = recipeFor(fix.probable);
  const settings = recipe?.settings?.(fix.need) ?? [];
  if (recipe === null || settings.length === 0) return [];
  if (variantsOf(recipe, fix.need, diagnosis.failures).length === 0) return [];
  return [sentence('adviceProbable', { stack: STACKS[fix.probable].name, settings })];
}
