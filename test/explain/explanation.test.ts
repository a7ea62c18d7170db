import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { explain } from '../../src/explain/explanation.ts';
import { judge } from '../../src/explain/judged-exchange.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { sampleContext } from './sample-context.ts';

const ALLOW_PAGE: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const EXPRESS: HeaderList = [...ALLOW_PAGE, ['X-Powered-By', 'Express']];

const blocked = judge(
  sampleExchange({
    preflight: samplePreflight({ headerNames: 'x-a' }, { status: 204, headerList: EXPRESS }),
  }),
);
const passed = judge(
  sampleExchange(
    { requestHeaders: [['Origin', PAGE]], response: { status: 200, headerList: ALLOW_PAGE } },
    { outcome: COMPLETED },
  ),
);

const CONTEXT = sampleContext(blocked.exchange);

test('a blocked call is explained to the end: what is wrong, and what can be done on either side', () => {
  const explanation = explain(blocked, CONTEXT);
  expect(explanation).toMatchObject({
    result: 'blocked',
    answerer: { stack: 'express', certainty: 'sure' },
    onServer: { fix: { choice: 'express', recipe: recipeFor('express') } },
    inPage: { devProxy: { tool: 'vite' } },
    overridePlan: { type: 'override', means: 'response-headers' },
    overrideEffect: null,
    warnings: [],
    hiddenHeaders: null,
  });
  expect(explanation.onServer.requiredHeaders.always).toContainEqual({
    on: 'preflight',
    name: 'Access-Control-Allow-Headers',
    value: 'x-a',
  });
});

test('a call that passed has no fix, and nothing to be done in the page', () => {
  expect(explain(passed, CONTEXT)).toMatchObject({
    result: 'passed',
    faults: [],
    onServer: { fix: null, advice: [] },
    inPage: { advice: [], workarounds: [], devProxy: null },
  });
});

test('the stack that the user chose answers, and its recipe is the fix', () => {
  const explanation = explain(blocked, { ...CONTEXT, stackChoice: 'fastapi' });
  expect(explanation.answerer).toEqual({ stack: 'fastapi', certainty: 'chosen' });
  expect(explanation.onServer.fix).toMatchObject({ choice: 'fastapi', recognition: null });
  expect(explanation.facts.who).toBeNull();
});

test.each([
  ['others', 'of a blocked call', blocked],
  ['askedFor', 'of a call that passed', passed],
] as const)('%s, which changes with every request, is not read for the explanation %s', (part, _, judged) => {
  const context = Object.defineProperty({ ...CONTEXT }, part, {
    get: () => {
      throw new Error(`${part} was read`);
    },
  });
  expect(() => explain(judged, context)).not.toThrow();
});
