import type { Explanation } from '../explain/index.ts';
import {
  notesOf,
  PASTE_LOCATIONS,
  type RecipeStep,
  type RecipeVariant,
  type Restart,
  STACKS,
} from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { ReportedFix, ReportedStep, ReportedWorkaround } from './report-v2.ts';

/** The recipe of the stack that answered, as data; null where none is shown. */
export function reportedFix(
  { onServer: { fix } }: Explanation,
  variant: RecipeVariant | null,
  words: (of: Sentence) => string,
): ReportedFix | null {
  if (fix === null || fix.choice === 'headers-only' || fix.recipe === null || variant === null) return null;
  const { verifiedBy, docs } = fix.recipe;
  return {
    stack: fix.choice,
    name: STACKS[fix.choice].name,
    variant: variant.label,
    verifiedBy,
    docs,
    steps: variant.steps.map((step) => reportedStep(step, words)),
    restart: reportedRestart(variant.restart),
    notes: notesOf(fix.recipe, variant).map((note) => words(sentence(note))),
  };
}

/** In the words of the report's format: null for a restart of the server, empty for nothing. */
function reportedRestart(restart: Restart): string | null {
  switch (restart.type) {
    case 'none':
      return '';
    case 'server':
      return null;
    case 'command':
      return restart.command;
  }
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
