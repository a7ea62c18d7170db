import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { tabOwner } from '../../src/cors/owner.ts';
import { effectOn } from '../../src/override/effect.ts';
import { newOverride, withObservationsOf } from '../../src/override/override.ts';
import { isSameSite } from '../../src/override/same-site.ts';
import { API, FAILED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const fresh = newOverride({ tabId: 7, pageOrigin: PAGE, targetOrigin: API }, [], 0);
const ALLOW = 'Access-Control-Allow-';

function answered(headerList: HeaderList, rest: Partial<Exchange> = {}): Exchange {
  return sampleExchange({ requestHeaders: [], response: { status: 200, headerList } }, rest);
}

/** What the override sets on the response, by header. */
function setOn(exchange: Exchange, override = fresh): ReadonlyMap<string, string> {
  const { set } = effectOn([override], exchange);
  return new Map(set.filter(({ on }) => on === 'response').map(({ name, value }) => [name, value]));
}

test('what the server left out is set, beside what it sent', () => {
  const { set, exchange } = effectOn([fresh], answered([['Server', 'x']]));
  expect(set).toEqual([
    { on: 'response', hop: 0, name: `${ALLOW}Origin`, server: null, value: PAGE },
    { on: 'response', hop: 0, name: `${ALLOW}Credentials`, server: null, value: 'true' },
  ]);
  expect(exchange.hops[0].response?.headerList).toContainEqual(['Server', 'x']);
  expect(diagnose(exchange, CHROME).failures.map(({ stage }) => stage)).toEqual(['network']);
});

test.each([
  [PAGE, false],
  ['*', true],
  ['null', false],
  ['http://localhost:3000', true],
  ['https://app.example', true],
  ['', true],
])('an allowed origin %j is replaced: %s', (value, replaced) => {
  expect(setOn(answered([[`${ALLOW}Origin`, value]])).has(`${ALLOW}Origin`)).toBe(replaced);
});

test('all lines of a header are replaced, and a right value is not said to be set', () => {
  const wrong = answered([
    [`${ALLOW}Origin`, PAGE],
    [`${ALLOW}Origin`, PAGE],
    [`${ALLOW}Credentials`, 'true'],
  ]);
  const { set, exchange } = effectOn([withObservationsOf(fresh, wrong, 1, CHROME)], wrong);
  expect(set).toEqual([
    { on: 'response', hop: 0, name: `${ALLOW}Origin`, server: `${PAGE}, ${PAGE}`, value: PAGE },
  ]);
  expect(exchange.hops[0].response?.headerList.filter(([name]) => name === `${ALLOW}Origin`)).toHaveLength(1);
});

test('lists are for preflights alone', () => {
  const preflight = samplePreflight({ headerNames: 'x-new' }, { headerList: [] });
  const blocked = sampleExchange({ preflight });
  const { exchange } = effectOn([withObservationsOf(fresh, blocked, 1, CHROME)], blocked);
  expect(diagnose(exchange, CHROME).outcome).toBe('failed');
  expect(setOn(answered([])).has(`${ALLOW}Headers`)).toBe(false);
});

test('a header that was not observed yet still blocks', () => {
  const headerList: HeaderList = [[`${ALLOW}Headers`, 'x-other']];
  const blocked = sampleExchange({ preflight: samplePreflight({ headerNames: 'x-new' }, { headerList }) });
  const { exchange } = effectOn([fresh], blocked);
  expect(diagnose(exchange, CHROME).failures.map(({ error }) => error)).toEqual([
    'HeaderDisallowedByPreflightResponse',
  ]);
});

test.each([
  ['another tab', { owner: tabOwner(8) }],
  ['another host', { origin: 'http://127.0.0.1:1' }],
  ['an opaque origin', { origin: 'null' }],
])('nothing is set for %s', (_who, rest) => {
  expect(setOn(answered([], rest)).size).toBe(0);
});

describe('a redirect that taints', () => {
  const from = 'http://127.0.0.1:1/from';
  const headerList = [
    [`${ALLOW}Origin`, PAGE],
    ['Location', `${API}/to?x`],
  ] as const;
  const [first] = sampleExchange({
    url: from,
    requestHeaders: [],
    response: { status: 302, headerList },
  }).hops;
  const to = { ...first, url: `${API}/to?x`, response: { status: 200, headerList: [] } };
  const exchange: Exchange = { ...sampleExchange({}), hops: [first, to], outcome: FAILED };

  test('makes the next hop get null', () => {
    const override = withObservationsOf(fresh, exchange, 1, CHROME);
    expect(setOn(exchange, override).get(`${ALLOW}Origin`)).toBe('null');
    expect(setOn({ ...exchange, hops: [to] }, override).get(`${ALLOW}Origin`)).toBe(PAGE);
  });
});

test.each([
  ['http://localhost:5174', 'http://localhost:8080', true],
  ['http://localhost:5174', 'https://localhost:8080', false],
  ['http://localhost:5174', 'http://127.0.0.1:8080', false],
  ['http://localhost:5174', 'http://api.localhost:8080', false],
  ['http://app.dev.localhost', 'http://api.dev.localhost', true],
  ['http://localhost:5174', 'https://api.example.com', false],
])('cookies that keep to their site go from %s to %s: %s', (page, target, expected) => {
  expect(isSameSite(page, target)).toBe(expected);
});
