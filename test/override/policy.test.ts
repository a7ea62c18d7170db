import { expect, test } from 'vitest';
import { allowsOverride, allowsTarget, NO_POLICY, parsePolicy } from '../../src/override/policy.ts';

test('what a policy doesn’t speak of is allowed; what can’t be read is not', () => {
  expect(parsePolicy({})).toEqual(NO_POLICY);
  expect(parsePolicy({ override: 'no', debugger: 1, allowedTargets: 'https://api.test' })).toEqual({
    override: false,
    debugger: false,
    allowedTargets: [],
  });
  expect(parsePolicy({ allowedTargets: ['https://api.test', 7] }).allowedTargets).toEqual([
    'https://api.test',
  ]);
});

test.each([
  [['https://api.test'], 'https://api.test', true],
  [['https://api.test/v1'], 'https://api.test', true],
  [['https://api.test'], 'http://api.test', false],
  [['https://api.test'], 'https://api.test:8443', false],
  [['localhost'], 'http://localhost:3000', true],
  [['*.example.test'], 'https://api.example.test', true],
  [['*.example.test'], 'https://example.test', true],
  [['*.example.test'], 'https://notexample.test', false],
  [['*.EXAMPLE.test'], 'https://a.b.example.test:444', true],
  [['*'], 'https://api.test', false],
  [[''], 'https://api.test', false],
  [[], 'https://api.test', false],
] as const)('targets %j allow %s: %s', (allowedTargets, origin, expected) => {
  expect(allowsTarget({ ...NO_POLICY, allowedTargets }, origin)).toBe(expected);
});

test('an override needs its target, and the debugger where it is meant to answer preflights', () => {
  const override = { targetOrigin: 'https://api.test', allow: [] };
  const answering = { ...override, allow: ['answer-preflight'] } as const;
  expect(allowsOverride(NO_POLICY, answering)).toBe(true);
  expect(allowsOverride({ ...NO_POLICY, debugger: false }, override)).toBe(true);
  expect(allowsOverride({ ...NO_POLICY, debugger: false }, answering)).toBe(false);
  expect(allowsOverride({ ...NO_POLICY, override: false }, override)).toBe(false);
});
