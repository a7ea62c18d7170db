import type { Explanation } from '../explain/index.ts';
import {
  notesOf,
  PASTE_LOCATIONS,
  type RecipeStep,
  type RecipeVariant,
  type Restart,
  STACKS,
} from '../stacks/index.ts';
import type { InWords } from './blocks.ts';
import { codeBlock } from './markdown-text.ts';

/** The recipe of the stack that answered, or nothing where none is shown. */
export function recipeBlocks(
  { onServer: { fix } }: Explanation,
  variant: RecipeVariant | null,
  words: InWords,
): readonly string[] {
  if (fix === null || fix.choice === 'headers-only' || fix.recipe === null || variant === null) return [];
  const { name } = STACKS[fix.choice];
  const system = variant.label === '' ? name : `${name}, ${variant.label}`;
  return [
    `${words(fix.recipe.verifiedBy === 'tests' ? 'agentRecipeTested' : 'agentRecipeDocumented', { stack: system })} <${fix.recipe.docs}>`,
    ...inOneShell([
      ...variant.steps.flatMap((step) => stepBlocks(step, words)),
      ...restartBlocks(variant.restart, words),
    ]),
    ...notesOf(fix.recipe, variant).map((note) => words(note)),
  ];
}

/** Joins blocks of commands that follow each other. */
function inOneShell(blocks: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.startsWith(SHELL) && block.startsWith(SHELL)) {
      joined[joined.length - 1] = `${last.slice(0, -'```'.length)}${block.slice(SHELL.length)}`;
    } else joined.push(block);
  }
  return joined;
}

/** How a block of commands begins; commands hold no backticks. */
const SHELL = '```sh\n';

/** One step: a command, or what belongs into which file. */
export function stepBlocks(step: RecipeStep, words: InWords): readonly string[] {
  switch (step.type) {
    case 'run':
      return [codeBlock('sh', step.command.split('\n'))];
    case 'edit':
      return [
        `${words('agentFile', { file: step.file })} ${words(PASTE_LOCATIONS[step.place])}`,
        codeBlock(step.language, step.code.split('\n')),
      ];
  }
}

function restartBlocks(restart: Restart, words: InWords): readonly string[] {
  switch (restart.type) {
    case 'none':
      return [];
    case 'server':
      return [words('recipeRestart')];
    case 'command':
      return [codeBlock('sh', restart.command.split('\n'))];
  }
}
