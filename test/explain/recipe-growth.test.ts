import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { addedToRecipe, namesOrigins, unchanged } from '../../src/explain/recipe-growth.ts';
import type { RecipeStep } from '../../src/stacks/recipe.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { askedFor, type ServerNeed, serverNeed } from '../../src/stacks/server-need.ts';
import { API, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

function calling(method: string, headerNames: string, url = `${API}/data`) {
  return sampleExchange({ url, method, preflight: samplePreflight({ method, headerNames }, {}) });
}

const shown = calling('PUT', 'x-first');

/** What the server has to allow for the call that is shown, and these of the same page. */
function needWith(...others: ReturnType<typeof calling>[]): ServerNeed {
  const need = serverNeed(shown, diagnose(shown, CHROME), { askedFor: askedFor(shown, others) });
  if (need === null) throw new Error('Nothing is needed.');
  return need;
}

/** What is said to be in the code of a stack's recipe since. */
function added(stack: 'express' | 'oauth2-proxy' | 's3', now: ServerNeed): readonly string[] {
  const stepsFor = (need: ServerNeed): readonly RecipeStep[] => recipeFor(stack)?.steps(need) ?? [];
  return addedToRecipe(stepsFor, needWith(), now);
}

test('addedToRecipe names what other calls of the page ask for once the code has it', () => {
  const others = [calling('DELETE', 'x-first,x-second'), calling('PUT', 'x-third')];
  expect(added('express', needWith(...others))).toEqual(['DELETE', 'x-second', 'x-third']);
});

test('addedToRecipe names nothing while the code stays the same', () => {
  expect(added('express', needWith(calling('PUT', 'x-first')))).toEqual([]);
  expect(added('express', needWith(calling('DELETE', 'x-second', 'http://127.0.0.1:9/data')))).toEqual([]);
});

test('addedToRecipe names nothing for code without methods and headers', () => {
  expect(added('oauth2-proxy', needWith(calling('DELETE', 'x-second')))).toEqual([]);
});

test('unchanged returns the same object if a call asks for nothing new', () => {
  const first = askedFor(shown, [calling('DELETE', 'x-second')]);
  const again = askedFor(shown, [calling('DELETE', 'x-second'), calling('PUT', 'x-second')]);
  expect(unchanged(null, first)).toBe(first);
  expect(unchanged(first, again)).toBe(first);
  const more = askedFor(shown, [calling('DELETE', 'x-second'), calling('PUT', 'x-third')]);
  expect(unchanged(first, more)).toBe(more);
});

test('origins can be added only to code that names them', () => {
  const stepsOf = (stack: 'express' | 'oauth2-proxy') => (need: ServerNeed) =>
    recipeFor(stack)?.steps(need) ?? [];
  expect(namesOrigins(stepsOf('express'), needWith())).toBe(true);
  expect(namesOrigins(stepsOf('oauth2-proxy'), needWith())).toBe(false);
});
