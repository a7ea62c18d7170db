import type { AskedFor, RecipeStep, ServerNeed } from '../stacks/index.ts';

/** `next`, or `last` itself where it says the same: who remembers by identity has nothing to do anew then. */
export function unchanged(last: AskedFor | null, next: AskedFor): AskedFor {
  return last !== null && sameList(last.methods, next.methods) && sameList(last.headers, next.headers)
    ? last
    : next;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((element, index) => element === other[index]);
}

/**
 * Methods and header names that stand in a recipe's code now and did not stand there for `before`; empty where the
 * code doesn't name them, as a gateway's doesn't.
 * @param stepsFor what the recipe says for a need
 */
export function addedToRecipe(
  stepsFor: (need: ServerNeed) => readonly RecipeStep[],
  before: ServerNeed,
  now: ServerNeed,
): readonly string[] {
  const code = (need: ServerNeed) => JSON.stringify(stepsFor(need));
  const added = (list: 'methods' | 'headers') => {
    const more = now[list].filter((name) => !before[list].includes(name));
    return more.length > 0 && code({ ...now, [list]: before[list] }) !== code(now) ? more : [];
  };
  return [...added('methods'), ...added('headers')];
}
