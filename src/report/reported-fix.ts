import type { Explanation } from '../explain/index.ts';
import { PASTE_LOCATIONS, type RecipeStep, type RecipeVariant, STACKS } from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { ReportedFix, ReportedStep, ReportedWorkaround } from './report-v2.ts';

/** The recipe of the stack that answered, as data; null where none is shown. */
export function reportedFix(
  { onServer: { fix } }: Explanation,
  variant: RecipeVariant | null,
  words: (of: Sentence) => string,
): ReportedFix | null {
  if (fix === null || fix.choice === 'headers-only' || fix.recipe === null || variant === null) return null;
  const { verifiedBy, docs, notes = [] } = fix.recipe;
  return {
    stack: fix.choice,
    name: STACKS[fix.choice].name,
    variant: variant.label,
    verifiedBy,
    docs,
    steps: variant.steps.map((step) => reportedStep(step, words)),
    restart: variant.restart,
    notes: notes.map((note) => words(sentence(note))),
  };
}

/** What client libraries can be told, as data. */
export function reportedWorkarounds(
  { inPage }: Explanation,
  words: (of: Sentence) => string,
): readonly ReportedWorkaround[] {
  return inPage.workarounds.map(({ summary, steps, docs }) => ({
    text: words(summary),
    steps: steps.map((step) => reportedStep(step, words)),
    docs,
  }));
}

function reportedStep(step: RecipeStep, words: (of: Sentence) => string): ReportedStep {
  switch (step.type) {
    case 'run':
      return { type: 'run', command: step.command };
    case 'edit': {
      const { file, language, code } = step;
      return { type: 'edit', file, place: words(sentence(PASTE_LOCATIONS[step.place])), language, code };
    }
  }
}
