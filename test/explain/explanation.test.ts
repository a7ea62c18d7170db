import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { explain } from '../../src/explain/explanation.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
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

test('explain() says of a blocked call what is wrong, and what each side can do', () => {
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

test('what is only likely picks no recipe: the user is asked, and has it first in the list', () => {
  const headerList: HeaderList = [
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Content-Length', '13'],
  ];
  const guessed = judge(
    sampleExchange({ preflight: samplePreflight({ headerNames: 'x-a' }, { status: 404, headerList }) }),
  );
  const { answerer, headline, onServer } = explain(guessed, CONTEXT);
  expect(answerer).toMatchObject({ stack: 'hono', certainty: 'likely' });
  expect(onServer.fix).toMatchObject({
    choice: 'headers-only',
    recipe: null,
    recognition: null,
    probable: 'hono',
  });
  expect(onServer.stacks[0]).toBe('hono');
  expect(JSON.stringify(headline)).not.toContain('Hono');
  const asked = explain(guessed, { ...CONTEXT, stackChoice: 'hono' });
  expect(asked.onServer.fix).toMatchObject({ choice: 'hono', probable: null });
});

test('where a tunnel answered in the app’s place, the app’s recipe is not the fix', () => {
  const warned = judge(
    sampleExchange({
      requestHeaders: [['Origin', PAGE]],
      preflight: samplePreflight(
        { headerNames: 'x-a' },
        {
          status: 204,
          headerList: [...EXPRESS, ['Access-Control-Allow-Headers', 'x-a']],
        },
      ),
      response: { status: 200, headerList: [['ngrok-error-code', 'ERR_NGROK_6024']] },
    }),
  );
  expect(explain(warned, CONTEXT).onServer.fix).toMatchObject({ choice: 'headers-only', probable: null });
});
