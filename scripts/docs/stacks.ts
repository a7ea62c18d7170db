import { FINGERPRINTS } from '../../src/stacks/fingerprints.ts';
import { RECIPES } from '../../src/stacks/recipes.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';
import { STACKS } from '../../src/stacks/stacks.ts';
import { table, WRITTEN } from './markdown.ts';

const LAYER_WORDS: Readonly<Record<Stack['layer'], string>> = {
  application: 'framework or app',
  gateway: 'gateway',
  platform: 'platform',
  proxy: 'proxy or web server',
};

const fingerprints = new Map(FINGERPRINTS);
const recipes = new Map(RECIPES);

/** The text of docs/stacks.md: which servers are recognised, which have a recipe, and how each recipe is known. */
export function stacksDocument(): string {
  const tested = withRecipe('tests');
  const documented = withRecipe('docs');
  const bare = byName(stackIds().filter((id) => !recipes.has(id)));
  return `${WRITTEN}

# Stacks

A *stack* is what answers: a framework, a web server, a gateway, a platform.
The panel recognises it by the status and the headers of its answers, and says by which.
A *recipe* is the change of that stack that makes the call pass, with your origin and headers filled in.
Where the panel isn't sure, it asks you, and remembers your choice.

Yours isn't there, or isn't recognised? The issue form *Add my stack* asks for four answers of your server. To write it yourself: [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-stack).

*Recognised: yes* means that its headers alone tell. *Likely* means that another server could send the same: then no recipe is picked without your choice.

## Proven by tests

The tests start the real server, see the call fail in Chromium, paste the recipe, and see the call pass: ${tested.length} recipes.

${tableOf(tested)}

## After documentation

These recipes follow the linked documentation, and the panel says so: ${documented.length} recipes. The tests don't run these servers.

${tableOf(documented)}

## Recognised, without a recipe

The panel names these ${bare.length}, so that you know which layer answered. Their CORS is the app's behind them, or can't be set.

${table(
  ['stack', 'what it is', 'recognised'],
  bare.map((id) => [STACKS[id].name, LAYER_WORDS[STACKS[id].layer], recognised(id)]),
)}
`;
}

function withRecipe(verifiedBy: 'tests' | 'docs'): readonly StackId[] {
  return byName(RECIPES.flatMap(([id, recipe]) => (recipe.verifiedBy === verifiedBy ? [id] : [])));
}

function tableOf(ids: readonly StackId[]): string {
  return table(
    ['stack', 'what it is', 'recognised', 'documentation'],
    ids.map((id) => {
      const docs = recipes.get(id)?.docs ?? '';
      return [
        STACKS[id].name,
        LAYER_WORDS[STACKS[id].layer],
        recognised(id),
        `[${new URL(docs).host}](${docs})`,
      ];
    }),
  );
}

function recognised(id: StackId): string {
  const marks = fingerprints.get(id) ?? [];
  if (marks.length === 0) return 'no';
  return marks.some(({ certainty }) => certainty === 'sure') ? 'yes' : 'likely';
}

function stackIds(): readonly StackId[] {
  return Object.keys(STACKS).filter((id): id is StackId => id in STACKS);
}

function byName(ids: readonly StackId[]): readonly StackId[] {
  const key = (id: StackId) => STACKS[id].name.toLowerCase();
  return [...ids].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
