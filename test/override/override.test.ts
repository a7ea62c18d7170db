import { expect, test } from 'vitest';
import type { Exchange, HeaderList } from '../../src/cors/index.ts';
import {
  endOverride,
  newOverride,
  type Override,
  overrideRules,
  preflightAnswer,
  reaches,
  rewritesOrigin,
  taught,
  wasOn,
} from '../../src/override/index.ts';
import { API, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const PAIR = { tabId: 7, pageOrigin: PAGE, targetOrigin: API };
const fresh = newOverride(PAIR, [], 0);
const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** What the override's rules set, by header name; that of the highest priority. */
function changes(override: Override): ReadonlyMap<string, string> {
  const rules = overrideRules(override).toSorted((one, other) => one.priority - other.priority);
  return new Map(rules.flatMap(({ set }) => set.map(({ name, value }) => [name, value] as const)));
}

function unlessOf(override: Override, header: string) {
  return overrideRules(override).find(({ set }) => set[0]?.name === header)?.scope.unless;
}

function answered(headerList: HeaderList, rest: Partial<Exchange> = {}): Exchange {
  return sampleExchange({ requestHeaders: [], response: { status: 200, headerList } }, rest);
}

test('an override is in force from when it is switched on to when it ends', () => {
  const [ended] = endOverride([newOverride(PAIR, [], 100)], PAIR, 200);
  expect([50, 100, 199, 200].map((time) => ended !== undefined && wasOn(ended, time))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test.each([
  ['its own pair', {}, `${API}/any`, true],
  ['another tab', { tabId: 8 }, `${API}/`, false],
  ['another port of the page’s host', { origin: 'http://localhost:5175' }, `${API}/`, false],
  ['another port of the target’s host', {}, 'http://127.0.0.1:1/', false],
  ['an opaque origin', { origin: 'null' }, `${API}/`, false],
  ['a service worker', { tabId: -1 }, `${API}/`, false],
] as const)('it reaches %s: %#', (_case, rest, url, expected) => {
  expect(reaches(fresh, { ...sampleExchange({}), ...rest }, url)).toBe(expected);
});

test('with consent it reaches opaque origins of its tab, and the service workers of its page', () => {
  const consented = newOverride(PAIR, ['opaque-origin', 'service-worker'], 0);
  expect(reaches(consented, { tabId: 7, origin: 'null' }, `${API}/`)).toBe(true);
  expect(reaches(consented, { tabId: 8, origin: 'null' }, `${API}/`)).toBe(false);
  expect(reaches(consented, { tabId: -1, origin: PAGE }, `${API}/`)).toBe(true);
  expect(reaches(consented, { tabId: -1, origin: 'http://localhost:1' }, `${API}/`)).toBe(false);
});

const asking = sampleExchange({ preflight: samplePreflight({ method: 'PURGE', headerNames: 'x-new' }, {}) });

test('a header that a preflight asked for is learnt once', () => {
  const override = taught(fresh, asking);
  expect(override.lessons).toMatchObject({ methods: ['PURGE'], headerNames: ['x-new'] });
  expect(taught(override, asking)).toBe(override);
});

test('what the server allows itself stays allowed', () => {
  const headerList: HeaderList = [['Access-Control-Allow-Headers', 'X-Theirs']];
  const exchange = sampleExchange({ preflight: samplePreflight({ headerNames: 'x-new' }, { headerList }) });
  expect(changes(taught(fresh, exchange)).get('Access-Control-Allow-Headers')?.split(', ')).toEqual(
    expect.arrayContaining(['x-new', 'x-theirs', 'x-stainless-timeout', '*']),
  );
});

test('its rules name the exact origin, explicit lists, and keep the preflight out of the cache', () => {
  const override = taught(fresh, asking);
  for (const { scope } of overrideRules(override)) {
    expect(scope).toMatchObject({ tabId: 7, initiator: { domain: 'localhost' }, target: { origin: API } });
  }
  expect(changes(override).get(ALLOW_ORIGIN)).toBe(PAGE);
  expect(changes(override).get('Access-Control-Max-Age')).toBe('0');
  expect(changes(override).get('Access-Control-Allow-Methods')?.split(', ')).toEqual(
    expect.arrayContaining(['PURGE', '*']),
  );
});

test('lists that the server sends are left alone until they were seen to block', () => {
  expect(unlessOf(fresh, 'Access-Control-Allow-Headers')).toMatchObject({ values: null });
  expect(unlessOf(taught(fresh, asking), 'Access-Control-Allow-Headers')).toBeNull();
});

test('an answer that may be right is left alone, until the target was seen to name a wrong origin', () => {
  expect(unlessOf(fresh, ALLOW_ORIGIN)?.values).toContain('http://localhost*');
  const right = answered([[ALLOW_ORIGIN, '*']], { outcome: { type: 'completed' } });
  expect(unlessOf(taught(fresh, right), ALLOW_ORIGIN)).not.toBeNull();
  for (const wrong of ['http://localhost:3000', `${PAGE}, ${PAGE}`, '*', 'true']) {
    expect(unlessOf(taught(fresh, answered([[ALLOW_ORIGIN, wrong]])), ALLOW_ORIGIN)).toBeNull();
  }
});

test('an answer that was never seen, since the preflight failed, is replaced', () => {
  const headerList: HeaderList = [[ALLOW_ORIGIN, PAGE]];
  const exchange = sampleExchange({ preflight: samplePreflight({ headerNames: 'x-new' }, { headerList }) });
  expect(unlessOf(taught(fresh, exchange), ALLOW_ORIGIN)).toBeNull();
});

test('a URL that redirects reach with the origin null gets that origin, or is left alone where it is right', () => {
  const other = 'http://127.0.0.1:1/from';
  const redirected = (headerList: HeaderList, rest: Partial<Exchange>): Exchange => {
    const response = { status: 302, headerList: [[ALLOW_ORIGIN, PAGE]] as const };
    const { hops } = sampleExchange({ url: other, method: 'GET', requestHeaders: [], response });
    const last = { ...hops[0], url: `${API}/to`, requestHeaders: [['Origin', 'null']] as const };
    return {
      ...sampleExchange({}),
      hops: [hops[0], { ...last, response: { status: 200, headerList } }],
      ...rest,
    };
  };
  const tainted = (override: Override) =>
    overrideRules(override).filter(({ scope }) => 'url' in scope.target && scope.target.url === `${API}/to`);
  const blocked = taught(fresh, redirected([], {}));
  expect(tainted(blocked)[0]?.set).toEqual([{ of: 'response', name: ALLOW_ORIGIN, value: 'null' }]);
  const right = redirected([[ALLOW_ORIGIN, '*']], { outcome: { type: 'completed' } });
  expect(tainted(taught(fresh, right))[0]?.set).toEqual([]);
  expect(blocked.lessons.mends).not.toContain('allow-origin');
});

const forbidding = sampleExchange({ preflight: samplePreflight({}, { status: 403 }) });

test('an origin that the server answers 403 to is rewritten, at once only for targets on loopback', () => {
  expect(rewritesOrigin(fresh)).toBe(false);
  const rewriting = taught(fresh, forbidding);
  expect(rewritesOrigin(rewriting)).toBe(true);
  expect(changes(rewriting).get('Origin')).toBe(API);
  const far = { ...rewriting, targetOrigin: 'https://api.test' };
  expect(rewritesOrigin(far)).toBe(false);
  expect(rewritesOrigin({ ...far, allow: ['origin-rewrite'] })).toBe(true);
});

const paused = {
  tabId: 7,
  url: `${API}/v1`,
  method: 'OPTIONS',
  headerList: [
    ['origin', PAGE],
    ['access-control-request-method', 'PUT'],
    ['access-control-request-headers', 'x-a,x-b'],
  ],
} as const;
const answering = newOverride(PAIR, ['answer-preflight'], 0);

test('a preflight of its pair is answered with what it asks for, and nothing more', () => {
  expect(preflightAnswer([answering], paused)).toEqual([
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Headers', 'x-a, x-b'],
    ['Access-Control-Max-Age', '0'],
  ]);
});

test.each([
  ['without consent', [fresh], {}],
  ['once it has ended', endOverride([answering], PAIR, 1), {}],
  ['while it is held back', [{ ...answering, heldBackBy: 'http://localhost:1' }], {}],
  ['of another tab', [answering], { tabId: 8 }],
  ['to another port', [answering], { url: 'http://127.0.0.1:1/v1' }],
  [
    'of another origin',
    [answering],
    { headerList: [['Origin', 'http://localhost:1'], ...paused.headerList.slice(1)] },
  ],
  ['of an opaque origin', [answering], { headerList: [['Origin', 'null'], ...paused.headerList.slice(1)] }],
  ['that is none', [answering], { headerList: [['Origin', PAGE]] }],
  ['that is another method', [answering], { method: 'GET' }],
] as const)('no preflight is answered %s', (_case, overrides, other) => {
  expect(preflightAnswer(overrides, { ...paused, ...other } as typeof paused)).toBeNull();
});
