import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { preflightCost, preflightsOfPage } from '../../src/explain/preflight-cost.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const ALLOWED: HeaderList = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Headers', 'content-type, x-a'],
  ['Access-Control-Allow-Methods', 'PUT'],
];

function passed(
  headerNames: string,
  rest: { method?: string; maxAge?: string; at?: number; took?: number } = {},
): Exchange {
  const { method = 'POST', maxAge, at = 1_000, took = 42 } = rest;
  const headerList: HeaderList =
    maxAge === undefined ? ALLOWED : [...ALLOWED, ['Access-Control-Max-Age', maxAge]];
  const preflight = { ...samplePreflight({ method, headerNames }, { headerList }), duration: took };
  const response = { status: 200, headerList: ALLOWED };
  const hop = { method, preflight, requestHeaders: [['Origin', PAGE]] as HeaderList, response };
  return sampleExchange(hop, { outcome: COMPLETED, startedAt: at, endedAt: at + 100 });
}

const keysOf = (exchange: Exchange) => preflightCost(judge(exchange)).map(({ key }) => key);

test.each([
  ['content-type', {}, ['costPreflight', 'costUnremembered', 'costSimple']],
  ['content-type', { maxAge: '7200' }, ['costPreflight', 'costSimple']],
  ['content-type,x-a', { maxAge: '600' }, ['costPreflight']],
  ['x-a', { maxAge: '10' }, ['costPreflight', 'costShortMaxAge']],
  ['x-a', { maxAge: '-1' }, ['costPreflight', 'costShortMaxAge']],
  ['content-type', { method: 'PUT', maxAge: '1h' }, ['costPreflight', 'costUnremembered']],
] as const)('a preflight for %s with %o', (names, rest, keys) => {
  expect(keysOf(passed(names, rest))).toEqual(keys);
});

test('it names its time, and all that makes it necessary', () => {
  const [first] = preflightCost(judge(passed('content-type,x-a', { method: 'PUT' })));
  expect(first?.values).toEqual({ reasons: ['PUT', 'content-type', 'x-a'], time: '42' });
});

test('nothing is said without a preflight, or of a call that was blocked', () => {
  const call = passed('x-a');
  const [hop] = call.hops;
  expect(keysOf({ ...call, hops: [{ ...hop, preflight: null }] })).toEqual([]);
  expect(keysOf({ ...call, outcome: { type: 'error', error: 'net::ERR_FAILED' } })).toEqual([]);
});

test('the sum of a page counts what Chrome could have remembered', () => {
  const calls = [
    passed('x-a'),
    passed('x-a', { at: 9_000 }),
    passed('content-type', { at: 10_000, took: 16 }),
  ];
  expect(preflightsOfPage(calls)?.values).toEqual({ count: '3', repeated: '1', time: '100' });
  expect(preflightsOfPage([...calls.slice(0, 1), passed('x-a', { at: 8_000_000 })])?.values.repeated).toBe(
    '0',
  );
  expect(preflightsOfPage(calls.slice(0, 1))).toBeNull();
});
