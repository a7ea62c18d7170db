import { expect, test } from 'vitest';
import { diagnose } from '../../src/cors/index.ts';
import {
  endOverride,
  learn,
  newOverride,
  type Override,
  overrideAt,
  overrideRules,
  planOverride,
} from '../../src/override/index.ts';
import { API, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const PAIR = { tabId: 7, pageOrigin: PAGE, targetOrigin: API };

test('an override is in force from when it is switched on to when it ends, for its own pair only', () => {
  const overrides = endOverride([newOverride(PAIR, 100)], PAIR, 200);
  expect([50, 100, 199, 200].map((time) => overrideAt(overrides, PAIR, time) !== undefined)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(overrideAt(overrides, { ...PAIR, tabId: 8 }, 150)).toBeUndefined();
  expect(overrideAt(overrides, { ...PAIR, pageOrigin: 'http://localhost:5175' }, 150)).toBeUndefined();
});

const asking = sampleExchange({ preflight: samplePreflight({ method: 'PURGE', headerNames: 'x-new' }, {}) });

test('a header that a preflight asked for is learnt once', () => {
  const override = learn(newOverride(PAIR, 0), asking);
  expect(override).toMatchObject({ methods: ['PURGE'], headerNames: ['x-new'], replacesOrigin: false });
  expect(learn(override, asking)).toBe(override);
});

test('its rules name the exact origin, explicit lists, and keep the preflight out of the cache', () => {
  const rules = overrideRules(learn(newOverride(PAIR, 0), asking));
  for (const rule of rules) {
    expect(rule).toMatchObject({ tabId: 7, initiatorDomain: 'localhost', targetOrigin: API });
  }
  const headers = new Map(rules.flatMap(({ responseHeaders }) => responseHeaders));
  expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
  expect(headers.get('Access-Control-Max-Age')).toBe('0');
  expect(headers.get('Access-Control-Allow-Methods')?.split(', ')).toEqual(
    expect.arrayContaining(['PURGE', '*']),
  );
  expect(headers.get('Access-Control-Allow-Headers')?.split(', ')).toEqual(
    expect.arrayContaining(['x-new', 'x-stainless-timeout', '*']),
  );
});

test('a wildcard is replaced where credentials may be included, and left alone where it was enough', () => {
  const any = [['Access-Control-Allow-Origin', '*']] as const;
  const unknown = sampleExchange({ preflight: samplePreflight({ headerNames: 'x-a' }, { headerList: any }) });
  expect(learn(newOverride(PAIR, 0), unknown).replacesOrigin).toBe(true);
  const passed = sampleExchange(
    { requestHeaders: [], response: { status: 200, headerList: any } },
    { outcome: { type: 'completed' } },
  );
  expect(learn(newOverride(PAIR, 0), passed).replacesOrigin).toBe(false);
});

test('an answer that may be right is left alone, until the target was seen to name a wrong origin', () => {
  const leavesAlone = (override: Override) => overrideRules(override)[0]?.unless?.values ?? null;
  const override = newOverride(PAIR, 0);
  expect(leavesAlone(override)).toContain('http://localhost*');
  for (const wrong of ['http://localhost:3000', `${PAGE}, ${PAGE}`, '*', 'true']) {
    const headerList = [['Access-Control-Allow-Origin', wrong]] as const;
    const exchange = sampleExchange({ requestHeaders: [], response: { status: 200, headerList } });
    expect(leavesAlone(learn(override, exchange))).toBeNull();
  }
});

test.each([
  ['a page that is not on localhost', { origin: 'https://app.example.test' }, {}, 'page-not-loopback'],
  ['an opaque origin', { origin: 'null' }, {}, 'opaque-origin'],
  ['a service worker', { tabId: -1 }, {}, 'service-worker'],
  ['a preflight answered 405', {}, { status: 405 }, 'preflight-status'],
  [
    'a redirected preflight',
    {},
    { status: 301, headerList: [['Location', '/']] as const },
    'preflight-redirect',
  ],
] as const)('no header helps %s', (_case, rest, answer, because) => {
  const exchange = sampleExchange({ preflight: samplePreflight({}, answer) }, rest);
  expect(planOverride(exchange, diagnose(exchange))).toEqual({ type: 'impossible', because });
});

test('rules are planned for what headers can mend', () => {
  const exchange = sampleExchange({ preflight: samplePreflight({}, {}) });
  expect(planOverride(exchange, diagnose(exchange))).toEqual({
    type: 'rules',
    pageOrigin: PAGE,
    targetOrigin: API,
  });
});
