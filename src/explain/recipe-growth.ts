import type { AskedFor, RecipeStep, ServerNeed } from '../stacks/index.ts';

/**
 * Returns `last` itself if `next` says the same, else `next`. Memos that compare by identity then compute nothing
 * again.
 */
export function unchanged(last: AskedFor | null, next: AskedFor): AskedFor {
  return last !== null && sameList(last.methods, next.methods) && sameList(last.headers, next.headers)
    ? last
    : next;
}

/** Returns whether a recipe's code names origins, so that more of them can be added. */
export function namesOrigins(
  stepsFor: (need: ServerNeed) => readonly RecipeStep[],
  need: ServerNeed,
): boolean {
  const more: ServerNeed = { ...need, origins: [...need.origins, 'https://another.example'] };
  return JSON.stringify(stepsFor(need)) !== JSON.stringify(stepsFor(more));
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((element, index) => element === other[index]);
}

/**
 * Returns the methods and header names that a recipe's code names now and did not name for `before`. Empty if the code
 * names none, as a gateway's.
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
