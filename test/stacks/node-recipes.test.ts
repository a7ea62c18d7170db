import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import type { RecipeStep } from '../../src/stacks/recipe.ts';
import { RECIPES } from '../../src/stacks/recipes.ts';
import type { ServerNeed } from '../../src/stacks/server-need.ts';
import { BARE } from './sample-needs.ts';

/** Recipes that are programs of Node from end to end. */
const node = RECIPES.filter(([, { steps, verifiedBy }]) => {
  const isProgram = (step: RecipeStep) => step.type === 'run' || /script$/.test(step.language);
  return verifiedBy === 'tests' && steps(BARE).every(isProgram);
});

/** Names and origins that hold every character with a meaning in JavaScript that they may hold. */
const NASTY: ServerNeed = {
  origins: ["https://it's-$&.example", 'http://localhost:5174'],
  methods: ["IT'S-`$&`", 'POST'],
  headers: ["x-'`$&#%*+.^_|~!", 'content-type'],
  credentials: true,
  exposed: ["x-'-seen", 'etag'],
  url: 'http://127.0.0.1:3000/api/data',
};

test.each(node)('%s: names of any characters stay what they are', (_stack, { steps }) => {
  const read = readCode(steps(NASTY));
  for (const text of [...NASTY.origins, ...NASTY.methods, ...NASTY.headers, ...NASTY.exposed]) {
    expect(read).toContain(text);
  }
});

test.each(node)('%s: without request headers, exposed headers or credentials', (_stack, { steps }) => {
  const read = readCode(steps({ ...NASTY, headers: [], exposed: [], credentials: false }));
  for (const text of [...NASTY.origins, ...NASTY.methods]) expect(read).toContain(text);
  expect(read).not.toContain('content-type');
});

/** The elements of all strings in the code of the steps, which has to be JavaScript or TypeScript. */
function readCode(steps: readonly RecipeStep[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.type === 'run') return [];
    // What belongs inside an object literal is no program.
    const code = step.place === 'define-config' ? `({ ${step.code} })` : step.code;
    const { program, errors } = parseSync('code.ts', code);
    expect(errors).toEqual([]);
    return [...JSON.stringify(program).matchAll(/"type":"Literal"[^}]*?"value":("(?:[^"\\]|\\.)*")/g)]
      .map(([, text = '']): string => JSON.parse(text))
      .flatMap((text) => text.split(', '));
  });
}
