import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { SERVICE_WORKER } from '../../src/cors/owner.ts';
import { newOverride, withObservationsOf } from '../../src/override/override.ts';
import type { PlanContext } from '../../src/override/plan.ts';
import { type OverridePlan, planOverride } from '../../src/override/plan.ts';
import { NO_POLICY } from '../../src/override/policy.ts';
import { API, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const HERE: PlanContext = { pageOrigin: PAGE, debugger: true, policy: NO_POLICY, tried: null };

function planOf(exchange: Exchange, circumstances: Partial<PlanContext> = {}): OverridePlan {
  return planOverride(exchange, diagnose(exchange, CHROME), { ...HERE, ...circumstances });
}

function answered(status: number, rest: Partial<Exchange> = {}): Exchange {
  return sampleExchange({ preflight: samplePreflight({}, { status }) }, rest);
}

test('the means is the weakest that suffices', () => {
  const plan = { type: 'override', pageOrigin: PAGE, targetOrigin: API };
  expect(planOf(answered(204))).toEqual({ ...plan, means: 'response-headers', consents: [] });
  expect(planOf(answered(403))).toEqual({ ...plan, means: 'origin-rewrite', consents: [] });
  expect(planOf(answered(405))).toEqual({
    ...plan,
    means: 'answer-preflight',
    consents: ['answer-preflight'],
  });
});

test('where a rewritten origin did not help, the preflight has to be answered', () => {
  const tried = withObservationsOf(
    newOverride({ tabId: 7, pageOrigin: PAGE, targetOrigin: API }, [], 0),
    answered(403),
    0,
    CHROME,
  );
  expect(planOf(answered(403), { tried })).toMatchObject({ means: 'answer-preflight' });
});

test('towards a target that is not on loopback, rewriting the origin takes consent', () => {
  const url = 'https://api.test/v1';
  const exchange = sampleExchange({ url, preflight: samplePreflight({}, { status: 403 }) });
  expect(planOf(exchange)).toMatchObject({ targetOrigin: 'https://api.test', consents: ['origin-rewrite'] });
});

test('opaque origins and service workers take consent; the page that is meant is the tab’s', () => {
  expect(planOf(answered(204, { origin: 'null' }))).toMatchObject({
    pageOrigin: PAGE,
    consents: ['opaque-origin'],
  });
  expect(planOf(answered(204, { owner: SERVICE_WORKER }))).toMatchObject({ consents: ['service-worker'] });
  expect(planOf(answered(405, { origin: 'null' }))).toMatchObject({
    consents: ['opaque-origin', 'answer-preflight'],
  });
  expect(planOf(answered(405, { owner: SERVICE_WORKER }))).toMatchObject({
    consents: ['service-worker', 'answer-preflight'],
  });
});

test.each([
  ['a page that is not on localhost', answered(204, { origin: 'https://app.test' }), {}, 'page-not-loopback'],
  [
    'a frame of one',
    answered(204, { origin: 'null' }),
    { pageOrigin: 'https://app.test' },
    'page-not-loopback',
  ],
  [
    'what is not CORS',
    answered(204, { outcome: { type: 'error', error: 'net::ERR_ABORTED' } }),
    {},
    'not-cors',
  ],
  [
    'anything where the policy forbids overrides',
    answered(204),
    { policy: { ...NO_POLICY, override: false } },
    'policy',
  ],
  [
    'a target that the policy does not name',
    answered(204),
    { policy: { ...NO_POLICY, allowedTargets: ['*.example.test'] } },
    'policy',
  ],
  [
    'a 405 where the policy forbids the debugger',
    answered(405),
    { policy: { ...NO_POLICY, debugger: false } },
    'policy-debugger',
  ],
  ['a 405 where nothing may answer preflights', answered(405), { debugger: false }, 'no-debugger'],
] as const)('nothing helps %s', (_case, exchange, circumstances, because) => {
  expect(planOf(exchange, circumstances)).toEqual({ type: 'impossible', because });
});
