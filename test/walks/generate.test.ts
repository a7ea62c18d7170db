import { expect, test } from 'vitest';
import { generateWalk } from './generate.ts';
import { describeWalk } from './walk.ts';

const walks = Array.from({ length: 300 }, (_, seed) => generateWalk(seed));

test('the same seed makes the same walk, another seed another', () => {
  expect(generateWalk(7)).toEqual(generateWalk(7));
  expect(new Set(walks.map((walk) => JSON.stringify(walk.steps))).size).toBe(walks.length);
});

test('every override that a walk switches on is switched off at its end, or ends with the extension', () => {
  for (const { steps } of walks) {
    const on = new Set<string>();
    for (const { action } of steps) {
      if (action.type === 'reload the extension') on.clear();
      if (action.type !== 'override') continue;
      const key = [action.tab, action.page, action.target].join();
      if (action.enabled) on.add(key);
      else on.delete(key);
    }
    expect([...on]).toEqual([]);
  }
});

test('what is not CORS has no header of its own, and no other method than GET and POST', () => {
  const calls = walks.flatMap(({ steps }) => steps.flatMap((step) => [...step.calls, ...step.first]));
  const others = calls.filter(({ mode }) => mode === 'no-cors');
  expect(others.length).toBeGreaterThan(100);
  for (const { method, header } of others) {
    expect(['GET', 'POST']).toContain(method);
    expect(header).toBeNull();
  }
});

test('a walk can be read: a numbered line for each step, and one for each call', () => {
  for (const walk of walks) {
    const lines = describeWalk(walk).split('\n');
    const calls = walk.steps.reduce((sum, step) => sum + step.calls.length + step.first.length, 0);
    expect(lines).toHaveLength(1 + walk.steps.length + calls);
    expect(lines[0]).toBe(`walk ${walk.seed}`);
  }
});
