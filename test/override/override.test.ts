import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { SERVICE_WORKER, tabOwner } from '../../src/cors/owner.ts';
import {
  endOverride,
  minutesLeft,
  newOverride,
  type Override,
  reaches,
  rewritesOrigin,
  wasOn,
  withObservationsOf as withObservationsAt,
  withoutConsent,
} from '../../src/override/override.ts';
import type { RuleScope } from '../../src/override/override-rule.ts';
import { overrideRules } from '../../src/override/rules.ts';
import { API, FAILED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const PAIR = { tabId: 7, pageOrigin: PAGE, targetOrigin: API };
const withObservationsOf = (override: Override, exchange: Exchange) =>
  withObservationsAt(override, exchange, 5, CHROME);
const fresh = newOverride(PAIR, [], 0);
const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const LEFT_ALONE = [{ header: ALLOW_ORIGIN, values: ['null'] }];

/** What the override's rules set, by header name; that of the highest priority. */
function changes(override: Override): ReadonlyMap<string, string> {
  const rules = overrideRules(override).toSorted((one, other) => one.priority - other.priority);
  return new Map(rules.flatMap(({ set }) => set.map(({ name, value }) => [name, value] as const)));
}

/** What the rules are for that set a header. */
function scopesOf(override: Override, header: string) {
  return overrideRules(override)
    .filter(({ set }) => set.some(({ name }) => name === header))
    .map(({ scope }) => scope);
}

function unlessOf(override: Override, header: string) {
  return overrideRules(override).find(({ set }) => set[0]?.name === header)?.scope.unless;
}

function answered(headerList: HeaderList, rest: Partial<Exchange> = {}): Exchange {
  return sampleExchange({ requestHeaders: [], response: { status: 200, headerList } }, rest);
}

test('the minutes that are left are rounded, up to the last one', () => {
  const { expiresAt } = fresh;
  const seconds = [3600, 3605, 3580, 3560, 90, 29, 0, -5];
  expect(seconds.map((left) => minutesLeft(fresh, expiresAt - left * 1000))).toEqual([
    60, 60, 60, 59, 2, 1, 1, 1,
  ]);
});

test('an override is in force from when it is switched on to when it ends', () => {
  const [ended] = endOverride([newOverride(PAIR, [], 100)], PAIR, 200);
  expect([50, 100, 199, 200].map((time) => ended !== undefined && wasOn(ended, time))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a consent that is taken back in a tab has to be given again there', () => {
  const here = newOverride(PAIR, ['answer-preflight', 'opaque-origin'], 0);
  const elsewhere = { ...here, tabId: 8 };
  const [left, untouched] = withoutConsent([here, elsewhere], tabOwner(7), 'answer-preflight');
  expect(left?.allow).toEqual(['opaque-origin']);
  expect(untouched).toBe(elsewhere);
  const withWorker = { ...here, allow: ['answer-preflight', 'service-worker'] } as const;
  expect(withoutConsent([withWorker, here], SERVICE_WORKER, 'answer-preflight')).toEqual([
    { ...withWorker, allow: ['service-worker'] },
    here,
  ]);
});

test.each([
  ['its own pair', {}, `${API}/any`, true],
  ['another tab', { owner: tabOwner(8) }, `${API}/`, false],
  ['another port of the page’s host', { origin: 'http://localhost:5175' }, `${API}/`, false],
  ['another port of the target’s host', {}, 'http://127.0.0.1:1/', false],
  ['an opaque origin', { origin: 'null' }, `${API}/`, false],
  ['a service worker', { owner: SERVICE_WORKER }, `${API}/`, false],
] as const)('it reaches %s: %#', (_case, rest, url, expected) => {
  expect(reaches(fresh, { ...sampleExchange({}), ...rest }, url)).toBe(expected);
});

test('with consent it reaches opaque origins of its tab, and the service workers of its page', () => {
  const consented = newOverride(PAIR, ['opaque-origin', 'service-worker'], 0);
  expect(reaches(consented, { owner: tabOwner(7), origin: 'null' }, `${API}/`)).toBe(true);
  expect(reaches(consented, { owner: tabOwner(8), origin: 'null' }, `${API}/`)).toBe(false);
  expect(reaches(consented, { owner: SERVICE_WORKER, origin: PAGE }, `${API}/`)).toBe(true);
  expect(reaches(consented, { owner: SERVICE_WORKER, origin: 'http://localhost:1' }, `${API}/`)).toBe(false);
});

const asking = sampleExchange({ preflight: samplePreflight({ method: 'PURGE', headerNames: 'x-new' }, {}) });

test('a header that a preflight asked for is recorded once', () => {
  const override = withObservationsOf(fresh, asking);
  expect(override.observations).toMatchObject({ methods: ['PURGE'], headerNames: ['x-new'] });
  expect(withObservationsOf(override, asking)).toBe(override);
});

test('what the server allows itself stays allowed', () => {
  const headerList: HeaderList = [['Access-Control-Allow-Headers', 'X-Theirs']];
  const exchange = sampleExchange({ preflight: samplePreflight({ headerNames: 'x-new' }, { headerList }) });
  expect(
    changes(withObservationsOf(fresh, exchange)).get('Access-Control-Allow-Headers')?.split(', '),
  ).toEqual(expect.arrayContaining(['x-new', 'x-theirs', 'x-stainless-timeout', '*']));
});

test('its rules name the exact origin, explicit lists, and keep the preflight out of the cache', () => {
  const override = withObservationsOf(fresh, asking);
  for (const { scope } of overrideRules(override)) {
    expect(scope).toMatchObject({
      owner: tabOwner(7),
      initiator: { domain: 'localhost' },
      target: { origin: API },
    });
  }
  expect(changes(override).get(ALLOW_ORIGIN)).toBe(PAGE);
  expect(changes(override).get('Access-Control-Max-Age')).toBe('0');
  expect(changes(override).get('Access-Control-Allow-Methods')?.split(', ')).toEqual(
    expect.arrayContaining(['PURGE', '*']),
  );
});

test('lists that the server sends are left alone until they were seen to block', () => {
  expect(unlessOf(fresh, 'Access-Control-Allow-Headers')).toContainEqual({
    header: 'Access-Control-Allow-Headers',
    values: null,
  });
  const headerList: HeaderList = [['Access-Control-Allow-Headers', 'x-theirs']];
  const blocking = sampleExchange({ preflight: samplePreflight({ headerNames: 'x-new' }, { headerList }) });
  expect(unlessOf(withObservationsOf(fresh, blocking), 'Access-Control-Allow-Headers')).toEqual(LEFT_ALONE);
});

test('lists are left alone, too, after an answer without any: they are added to such answers anyway', () => {
  const preflight = samplePreflight({ method: 'PURGE', headerNames: 'x-new' }, { status: 403 });
  const refused = withObservationsOf(fresh, sampleExchange({ preflight }));
  for (const name of ['Access-Control-Allow-Headers', 'Access-Control-Allow-Methods'])
    expect(unlessOf(refused, name)).toContainEqual({ header: name, values: null });
});

test('lists are left alone while a redirect to the target is under way: only one that failed there says nothing of them', () => {
  const toTarget = {
    url: `${PAGE}/start`,
    response: { status: 307, headerList: [['Location', API]] },
  } as const;
  const underWay = sampleExchange(toTarget, { outcome: { type: 'pending' }, endedAt: null });
  const stopped = sampleExchange(toTarget);
  expect(withObservationsOf(fresh, underWay).observations.replacedHeaders).toEqual([]);
  expect(withObservationsOf(fresh, stopped).observations.replacedHeaders).toEqual([
    'allow-methods',
    'allow-headers',
  ]);
});

test('an answer that allows an opaque origin is left alone, until that was seen to be wrong', () => {
  const preflight = samplePreflight({}, { headerList: [[ALLOW_ORIGIN, 'null']] });
  for (const wrong of [answered([[ALLOW_ORIGIN, 'null']]), sampleExchange({ preflight })]) {
    for (const { scope } of overrideRules(withObservationsOf(fresh, wrong)))
      expect(scope.unless).not.toContainEqual(LEFT_ALONE[0]);
  }
  expect(
    overrideRules(fresh).every(({ scope }) => scope.unless.some(({ header }) => header === ALLOW_ORIGIN)),
  ).toBe(true);
});

test('the page is named as the allowed origin whatever the server answers: to another app nothing is allowed', () => {
  const right = answered([[ALLOW_ORIGIN, '*']], { outcome: { type: 'completed' } });
  for (const override of [fresh, withObservationsOf(fresh, right), withObservationsOf(fresh, asking)]) {
    expect(scopesOf(override, ALLOW_ORIGIN)).toEqual([
      {
        owner: tabOwner(7),
        initiator: { domain: 'localhost' },
        target: { origin: API },
        methods: null,
        unless: LEFT_ALONE,
      },
    ]);
  }
});

test('an allowed null is found to be wrong where Chromium has lost the origin after a redirect from the page', () => {
  const [own] = sampleExchange({
    url: `${PAGE}/start`,
    response: { status: 307, headerList: [['Location', API]] },
  }).hops;
  const [target] = answered([[ALLOW_ORIGIN, 'null']]).hops;
  const arrived = { ...target, requestHeaders: [['Origin', 'null']] as const };
  const lost = sampleExchange({}, { ...FAILED, hops: [own, arrived] });
  expect(withObservationsOf(fresh, lost).observations.replacedHeaders).toContain('allow-null');
  expect(
    withObservationsOf(fresh, { ...lost, outcome: { type: 'completed' } }).observations.replacedHeaders,
  ).not.toContain('allow-null');
  const led = { ...own, url: 'http://third.test/start' };
  expect(
    withObservationsOf(fresh, { ...lost, hops: [led, arrived] }).observations.replacedHeaders,
  ).not.toContain('allow-null');
});

describe('a redirect after which requests carry the origin null', () => {
  const from = 'http://127.0.0.1:1/from';
  const to = `${API}/to?a*b`;
  const outcome = { type: 'pending' } as const;
  const headerList = [
    [ALLOW_ORIGIN, PAGE],
    ['Location', to],
  ] as const;
  const { hops: first } = sampleExchange({
    url: from,
    method: 'GET',
    requestHeaders: [],
    response: { status: 302, headerList },
  });
  const stopped = { ...sampleExchange({}), hops: first };
  const underWay = { ...stopped, outcome };
  const arrived: Exchange = {
    ...underWay,
    hops: [first[0], { ...first[0], url: to, response: { status: 200, headerList: [] } }],
  };
  const rulesFor = (override: Override, target: RuleScope['target']) =>
    overrideRules(override).filter(({ scope }) => JSON.stringify(scope.target) === JSON.stringify(target));
  const allowNull = expect.arrayContaining([{ of: 'response', name: ALLOW_ORIGIN, value: 'null' }]);
  const mark = fresh.mark;
  const marked = { origin: API, fragment: mark };

  test.each([
    ['as soon as it is seen', underWay],
    ['when the browser stopped at it', stopped],
    ['when it led on', arrived],
  ])('marks its Location with a fragment, %s', (_when, exchange) => {
    const override = withObservationsOf(fresh, exchange);
    const [rule] = rulesFor(override, { url: from, anyFragment: true });
    expect(rule?.scope).toMatchObject({
      location: to,
      onlyWith: { header: ALLOW_ORIGIN, values: [PAGE, '\\*'] },
    });
    expect(rule?.set).toEqual([
      { of: 'response', name: 'Location', value: `${to}#${mark}` },
      { of: 'response', name: ALLOW_ORIGIN, value: PAGE },
    ]);
    expect(rulesFor(override, marked).map(({ set }) => set)).toEqual([allowNull]);
  });

  test('is marked with a word that no two overrides share', () => {
    const marks = [fresh, newOverride(PAIR, [], 0)].map((one) => one.mark);
    expect(new Set(marks).size).toBe(2);
    expect(marks.every((word) => word.length >= 32)).toBe(true);
  });

  test('is marked whatever its server allows where an override sets that', () => {
    const ofRedirect = newOverride({ ...PAIR, targetOrigin: 'http://127.0.0.1:1' }, [], 0);
    const [rule] = overrideRules(withObservationsOf(fresh, arrived), [ofRedirect]).filter(
      ({ scope }) => scope.location !== undefined,
    );
    expect(rule?.scope.onlyWith).toBeUndefined();
  });

  test('after another one is marked again only where its Location has a fragment, and what comes by the first', () => {
    const second = `${API.replace('127.0.0.1', '[::1]')}/second`;
    const chain = (location: string): Exchange => ({
      ...arrived,
      hops: [
        { ...first[0], response: { status: 302, headerList: [['Location', second]] } },
        { ...first[0], url: second, response: { status: 302, headerList: [['Location', location]] } },
        arrived.hops[1] ?? first[0],
      ],
    });
    const marksOf = (exchange: Exchange) =>
      overrideRules(withObservationsOf(fresh, exchange))
        .filter(({ scope }) => scope.location !== undefined)
        .map(({ scope: { target } }) => target);
    expect(marksOf(chain(to))).toEqual([{ url: from, anyFragment: true }]);
    expect(marksOf(chain(`${to}#own`))).toEqual([
      { url: from, anyFragment: true },
      { url: second, fragment: mark },
    ]);
  });

  test('is known by the rest of its Location where a fragment was cut', () => {
    const withFragment = [[ALLOW_ORIGIN, PAGE] as const, ['Location', `${to}#…`] as const];
    const hop = { ...first[0], response: { status: 302, headerList: withFragment } };
    const exchange: Exchange = { ...underWay, hops: [hop] };
    const [rule] = rulesFor(withObservationsOf(fresh, exchange), { url: from, anyFragment: true });
    expect(rule?.scope.location).toBe(`${to}#…`);
    expect(rule?.set).toContainEqual({ of: 'response', name: 'Location', value: `${to}#${mark}` });
  });

  test('to a URL that is too long to be kept is left alone', () => {
    const far = `${API}/${'a'.repeat(16_000)}…a`;
    const long: Exchange = { ...arrived, hops: [first[0], { ...first[0], url: far, response: null }] };
    expect(overrideRules(withObservationsOf(fresh, long)).some(({ scope }) => 'url' in scope.target)).toBe(
      false,
    );
  });

  test('comes too late for the request that showed it, whose URL gets the origin until it is answered', () => {
    const pending = withObservationsOf(fresh, underWay);
    expect(rulesFor(pending, { url: to }).map(({ set }) => set)).toEqual([allowNull]);
    expect(rulesFor(withObservationsOf(pending, arrived), { url: to })).toEqual([]);
    expect(rulesFor(withObservationsOf(pending, { ...underWay, outcome: FAILED }), { url: to })).toEqual([]);
  });

  test('serves the next request by the fragment alone', () => {
    const observing = withObservationsOf(fresh, arrived);
    const next = { ...underWay, id: '2', startedAt: 6 };
    expect(withObservationsOf(observing, next).observations.taintedRequests).toEqual([]);
  });

  test('is known to the service worker, too, once that is reached', () => {
    const override = withObservationsOf(newOverride(PAIR, ['service-worker'], 0), arrived);
    const ofOverride = { origin: API, fragment: override.mark };
    expect(rulesFor(override, ofOverride).map(({ scope }) => scope.owner)).toEqual([
      tabOwner(7),
      SERVICE_WORKER,
    ]);
  });

  test('is nothing to an override for another target', () => {
    const other = newOverride({ ...PAIR, targetOrigin: 'http://127.0.0.1:1' }, [], 0);
    expect(withObservationsOf(other, arrived).observations.taintingRedirects).toEqual([]);
  });
});

const forbidding = sampleExchange({ preflight: samplePreflight({}, { status: 403 }) });

test('an origin that the server answers 403 to is rewritten, at once only for targets on loopback', () => {
  expect(rewritesOrigin(fresh)).toBe(false);
  const rewriting = withObservationsOf(fresh, forbidding);
  expect(rewritesOrigin(rewriting)).toBe(true);
  expect(changes(rewriting).get('Origin')).toBe(API);
  const far = { ...rewriting, targetOrigin: 'https://api.test' };
  expect(rewritesOrigin(far)).toBe(false);
  expect(rewritesOrigin({ ...far, allow: ['origin-rewrite'] })).toBe(true);
});

const OWN = { url: `${API}/data?q=1`, method: 'GET', requestHeaders: [] as HeaderList };

test('the Origin is rewritten for the calls alone that the page was seen to make, whatever their query', () => {
  const override = withObservationsOf(withObservationsOf(fresh, forbidding), sampleExchange(OWN));
  const scopes = scopesOf(override, 'Origin');
  expect(scopes.map(({ target }) => target)).toEqual(
    expect.arrayContaining([{ call: `${API}/data` }, { call: forbidding.hops[0].url }]),
  );
  const ofData = scopes.find(({ target }) => 'call' in target && target.call === `${API}/data`);
  expect(ofData?.methods).toEqual(['OPTIONS', 'GET']);
  expect(scopes.some(({ target }) => 'origin' in target)).toBe(false);
});

test("a cached answer is passed by only for methods that are cached, and where the page's call has no condition itself", () => {
  const passing = (exchange: Exchange) =>
    scopesOf(
      withObservationsOf(withObservationsOf(fresh, forbidding), exchange),
      'If-Unmodified-Since',
    ).flatMap(({ target, methods }) =>
      'call' in target && target.call.endsWith('/data') ? (methods ?? ['any']) : [],
    );
  expect(passing(sampleExchange(OWN))).toEqual(['GET']);
  expect(passing(sampleExchange({ ...OWN, method: 'PUT' }))).toEqual([]);
  const own: HeaderList = [['If-Unmodified-Since', 'Sat, 01 Jan 2022 00:00:00 GMT']];
  expect(passing(sampleExchange({ ...OWN, requestHeaders: own }))).toEqual([]);
  const preflight = samplePreflight({ method: 'GET', headerNames: 'if-unmodified-since' }, {});
  expect(passing(sampleExchange({ ...OWN, preflight }))).toEqual([]);
});

test('opaque origins are allowed for the calls alone that they were seen to make', () => {
  const consented = newOverride(PAIR, ['opaque-origin'], 0);
  const ofOpaque = (override: Override) =>
    overrideRules(override).flatMap(({ scope }) => ('notDomain' in scope.initiator ? [scope.target] : []));
  expect(ofOpaque(consented)).toEqual([]);
  expect(ofOpaque(withObservationsOf(consented, sampleExchange(OWN)))).toEqual([]);
  const opaque = sampleExchange(OWN, { origin: 'null' });
  expect(ofOpaque(withObservationsOf(consented, opaque))).toEqual([{ call: `${API}/data` }]);
  expect(
    ofOpaque({
      ...withObservationsOf(consented, opaque),
      opaqueHeldBackBy: { type: 'origin', origin: 'http://ads.test' },
    }),
  ).toEqual([]);
});

test('what the network decides is recorded only up to a length', () => {
  const flood = Array.from({ length: 60 }, (_, index) => {
    const name = `x-${index}-${'a'.repeat(230_000)}`;
    const short = Array.from({ length: 300 }, (_, at) => `x-${index}-${at}`).join(', ');
    const headerList: HeaderList = [['Access-Control-Allow-Headers', `${name}, ${short}`]];
    const preflight = samplePreflight({ headerNames: `x-asked-${index}` }, { headerList });
    return sampleExchange({ url: `${API}/${'u'.repeat(1_000)}${index}`, preflight }, { id: String(index) });
  });
  const override = flood.reduce(withObservationsOf, fresh);
  expect(override.observations.headerNames.join(', ').length).toBeLessThanOrEqual(8_000);
  expect(override.observations.headerNames).toContain('x-asked-59');
  expect(JSON.stringify(override).length).toBeLessThan(400_000);
});
