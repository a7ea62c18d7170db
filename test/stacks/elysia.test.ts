import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { recognise } from '../../src/stacks/recognise.ts';
import { type ServerNeed, serverNeed } from '../../src/stacks/server-need.ts';
import { sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import type { CapturedAnswer } from './captured-answer.ts';
import { BARE } from './sample-needs.ts';

const captured: readonly CapturedAnswer[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'captured/elysia.json'), 'utf8'),
);

test.each([
  ['header not allowed', null],
  ['origin not allowed', 'refused'],
])('%s: told by what its CORS plugin exposes', (setup, cors) => {
  expect(recognise(answerOf(setup))).toMatchObject([{ stack: 'elysia', certainty: 'sure', cors }]);
});

test('without CORS nothing tells it from others', () => {
  expect(recognise(answerOf('not configured'))).toEqual([]);
});

test('the names of the request’s own headers, which the plugin exposes by default, are not kept', () => {
  const { status, headerList } = answerOf('header not allowed');
  const preflight = samplePreflight({ headerNames: 'content-type,x-request-id' }, { status, headerList });
  const exchange = sampleExchange({ preflight });
  const need = serverNeed(exchange, diagnose(exchange, CHROME));
  expect(need?.exposed).toContain('sec-fetch-mode');
  expect(need && codeFor(need)).toContain('exposeHeaders: [],');
});

test('what is not needed is turned off, since it is on by default', () => {
  expect(codeFor(BARE)).toContain('exposeHeaders: [],');
  expect(codeFor(BARE)).toContain('credentials: false,');
  expect(codeFor({ ...BARE, credentials: true, exposed: ['x-total'] })).toMatch(
    /exposeHeaders: \['x-total'\],\s+credentials: true,/,
  );
});

function answerOf(setup: string): CapturedAnswer {
  const answer = captured.find((one) => one.setup === setup);
  if (answer === undefined) throw new Error(`No answer was captured: ${setup}.`);
  return answer;
}

function codeFor(need: ServerNeed): string {
  const steps = recipeFor('elysia')?.steps(need) ?? [];
  return steps.map((step) => (step.type === 'edit' ? step.code : '')).join('\n');
}
