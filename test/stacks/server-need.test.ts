import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { type AlsoWanted, askedFor, serverNeed } from '../../src/stacks/server-need.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const ALLOWING: HeaderList = [
  ['Access-Control-Allow-Origin', 'http://other.test'],
  ['Access-Control-Allow-Methods', 'GET, POST, *'],
  ['Access-Control-Allow-Headers', 'Content-Type,*'],
  ['Access-Control-Expose-Headers', 'X-Total'],
];

function preflighted(
  headerNames: string,
  headerList: HeaderList = [],
  rest: Partial<Exchange> = {},
): Exchange {
  return sampleExchange({ preflight: samplePreflight({ headerNames }, { headerList }) }, rest);
}

function needOf(exchange: Exchange, also?: AlsoWanted) {
  return serverNeed(exchange, diagnose(exchange, CHROME), also);
}

test('what the server allows stays allowed, by name; a wildcard gives way to the names', () => {
  expect(needOf(preflighted('content-type,x-a', ALLOWING))).toMatchObject({
    origins: [PAGE, 'http://other.test'],
    methods: ['POST', 'GET'],
    headers: ['content-type', 'x-a'],
    exposed: ['X-Total'],
  });
});

test('what the page asks the same server for in other calls is allowed in one go', () => {
  const others = [preflighted('x-b'), preflighted('x-c', [], { origin: 'http://elsewhere.test' })];
  const exchange = preflighted('x-a');
  expect(needOf(exchange, { askedFor: askedFor(exchange, others) })?.headers).toEqual(['x-a', 'x-b']);
});

test('further origins stand beside the page’s own', () => {
  expect(needOf(preflighted('x-a'), { origins: [PAGE, 'https://app.test'] })?.origins).toEqual([
    PAGE,
    'https://app.test',
  ]);
});

test('where the credentials mode is unknown, the fix passes in both', () => {
  expect(needOf(preflighted('x-a'))?.credentials).toBe(true);
});

test('no server should allow an opaque origin', () => {
  const requestHeaders: HeaderList = [['Origin', 'null']];
  const exchange = sampleExchange({ method: 'GET', requestHeaders }, { origin: 'null' });
  expect(needOf(exchange)).toBeNull();
});

test('what some servers take for a pattern is never allowed', () => {
  const headerList: HeaderList = [['Access-Control-Allow-Origin', 'http://*.example.com']];
  const exchange = preflighted('*,x-a', headerList);
  expect(needOf(exchange, { origins: ['http://*', 'http://other.test'] })).toMatchObject({
    origins: [PAGE, 'http://other.test'],
    headers: ['x-a'],
  });
});
