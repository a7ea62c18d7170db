import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange, Hop } from '../../src/cors/exchange.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { SERVICE_WORKER, tabOwner } from '../../src/cors/owner.ts';
import { effectOn } from '../../src/override/effect.ts';
import {
  mayHaveChanged,
  newOverride,
  type Override,
  withObservationsOf,
} from '../../src/override/override.ts';
import { planOverride } from '../../src/override/plan.ts';
import { NO_POLICY } from '../../src/override/policy.ts';
import { overrideRules } from '../../src/override/rules.ts';
import { pageHeaders, serverAnswer } from '../../src/override/server-answer.ts';
import { OVERRIDDEN } from '../../src/override/set-headers.ts';
import { API, COMPLETED, FAILED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

// Rules that can't depend on an answer's headers are made for each call that was seen to be blocked.
const fresh = newOverride({ tabId: 7, pageOrigin: PAGE, targetOrigin: API }, [], 0, {
  rulesSeeAnswers: false,
});
const OWNER = tabOwner(7);
const CALL = `${API}/v1/chat/completions`;
const RIGHT: HeaderList = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Credentials', 'true'],
];
const DOM_BAD_URI = { type: 'error', error: 'NS_ERROR_DOM_BAD_URI' } as const;

function after(exchange: Exchange, override = fresh): Override {
  return withObservationsOf(override, exchange, 5, FIREFOX);
}

function answered(headerList: HeaderList, hop: Partial<Hop> = {}): Exchange {
  const response = { status: 200, headerList };
  return sampleExchange({ method: 'GET', requestHeaders: [], response, ...hop }, { outcome: COMPLETED });
}

function preflighted(headerList: HeaderList, status = 204): Exchange {
  const preflight = samplePreflight({ method: 'PUT', headerNames: 'x-asked' }, { status, headerList });
  return sampleExchange({ method: 'PUT', preflight }, { outcome: DOM_BAD_URI });
}

/** What rules set, by method and target. */
function rulesOf(override: Override) {
  return overrideRules(override).map(({ scope, set }) => ({
    target: scope.target,
    methods: scope.methods,
    set: new Map(set.map(({ name, value }) => [name, value])),
  }));
}

test('before anything was seen to be blocked there are no rules', () => {
  expect(overrideRules(fresh)).toEqual([]);
  expect(overrideRules(after(answered(RIGHT)))).toEqual([]);
});

test('a blocked call gets a rule for its URL and method, with the page’s exact origin, that nothing caches', () => {
  expect(rulesOf(after(answered([], { url: `${CALL}?model=x` })))).toEqual([
    {
      target: { call: CALL },
      methods: ['GET'],
      set: new Map([
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Cache-Control', 'no-store'],
        [OVERRIDDEN, 'Access-Control-Allow-Origin, Access-Control-Allow-Credentials, Cache-Control'],
      ]),
    },
  ]);
});

test('no rule depends on what an answer holds', () => {
  for (const { scope } of overrideRules(after(preflighted([])))) {
    expect([scope.unless, scope.onlyWith, scope.location]).toEqual([[], undefined, undefined]);
  }
});

test('a preflight without permission gets one, and its call with it', () => {
  const [ofPreflight, ofCall] = rulesOf(after(preflighted([])));
  expect([ofPreflight?.methods, ofCall?.methods]).toEqual([['OPTIONS'], ['PUT']]);
  expect(ofPreflight?.set.get('Access-Control-Max-Age')).toBe('0');
  expect(ofPreflight?.set.get('Access-Control-Allow-Headers')).toContain('x-asked');
  expect(ofPreflight?.set.has('Cache-Control')).toBe(false);
});

test('of lists only those are set that were missing or not enough, and a call whose server allows it is left alone', () => {
  const rules = rulesOf(
    after(
      preflighted([
        ...RIGHT,
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-other'],
      ]),
    ),
  );
  expect(rules.map(({ methods }) => methods)).toEqual([['OPTIONS']]);
  expect(rules[0]?.set.has('Access-Control-Allow-Methods')).toBe(false);
  expect(rules[0]?.set.get('Access-Control-Allow-Headers')).toContain('x-other');
});

test.each([
  ['a preflight’s bad status', preflighted([], 405)],
  [
    'lines that the browser reads as they were sent',
    answered([
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Allow-Origin', '*'],
    ]),
  ],
])('what no header mends gets no rule: %s', (_what, exchange) => {
  expect(overrideRules(after(exchange))).toEqual([]);
});

test('a repeated header is a wall in Firefox alone, and only in its canonical spelling', () => {
  const context = { pageOrigin: PAGE, debugger: false, policy: NO_POLICY, tried: null };
  const planOf = (name: string) => {
    const exchange = answered([
      [name, PAGE],
      [name, '*'],
    ]);
    return planOverride(exchange, diagnose(exchange, FIREFOX), context);
  };
  expect(planOf('Access-Control-Allow-Origin')).toEqual({
    type: 'impossible',
    because: 'repeated-allow-origin',
  });
  expect(planOf('access-control-allow-origin')).toMatchObject({ type: 'override' });
});

test.each([
  ['the page’s origin twice', `${PAGE}, ${PAGE}`, 'impossible'],
  ['`*` beside an origin', `*, ${PAGE}`, 'impossible'],
  ['a list of origins, which may be one line', `${PAGE}, http://localhost:3000`, 'override'],
  ['`*` alone', '*', 'override'],
])('webRequest joins repeated lines: %s', (_what, value, type) => {
  const context = { pageOrigin: PAGE, debugger: false, policy: NO_POLICY, tried: null };
  const exchange = answered([['Access-Control-Allow-Origin', value]]);
  expect(planOverride(exchange, diagnose(exchange, FIREFOX), context)).toMatchObject({ type });
});

test('after a tainting redirect `null` is allowed for that one URL, until the page calls it directly', () => {
  const from = { ...answered([['Access-Control-Allow-Origin', '*']]).hops[0], url: 'http://127.0.0.1:1/a' };
  const redirect = {
    ...from,
    response: {
      status: 302,
      headerList: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', `${CALL}?x`],
      ] as const,
    },
  };
  const to = answered([], { url: `${CALL}?x`, requestHeaders: [['Origin', 'null']] }).hops[0];
  const tainted = after({ ...answered([]), hops: [redirect, to] });
  expect(rulesOf(tainted)).toMatchObject([{ target: { url: `${CALL}?x` }, methods: ['GET'] }]);
  expect(rulesOf(tainted)[0]?.set.get('Access-Control-Allow-Origin')).toBe('null');
  const direct = answered(RIGHT, { url: `${CALL}?x` });
  expect(overrideRules(after(direct, tainted))).toEqual([]);
});

/** A page's call that a stranger's server redirects, and whose second preflight lacks everything. */
function redirected(method: string): Exchange {
  const permits: HeaderList = [
    ...RIGHT,
    ['Access-Control-Allow-Methods', method],
    ['Access-Control-Allow-Headers', 'x-asked'],
  ];
  const asked = { method, headerNames: 'x-asked' };
  const call = { method, requestHeaders: [['X-Asked', '1']] as const };
  const from = answered([], {
    ...call,
    url: 'http://127.0.0.1:1/a',
    preflight: samplePreflight(asked, { status: 204, headerList: permits }),
    response: { status: 307, headerList: [...permits, ['Location', CALL]] },
  }).hops[0];
  const preflight = samplePreflight(asked, { status: 204, headerList: [] });
  return { ...preflighted([]), hops: [from, { ...from, url: CALL, preflight, response: null }] };
}

test('an `OPTIONS` call and its preflight, of one URL and two origins, are a wall in Firefox alone', () => {
  const exchange = redirected('OPTIONS');
  const context = { pageOrigin: PAGE, debugger: false, policy: NO_POLICY, tried: null };
  expect(planOverride(exchange, diagnose(exchange, FIREFOX), context)).toEqual({
    type: 'impossible',
    because: 'two-origins',
  });
  const inChrome = { ...exchange, outcome: FAILED };
  expect(planOverride(inChrome, diagnose(inChrome, CHROME), context)).toMatchObject({ type: 'override' });
  expect(overrideRules(after(exchange))).toEqual([]);
});

test('another method than `OPTIONS` tells a redirected call from its preflight', () => {
  const exchange = redirected('PUT');
  const context = { pageOrigin: PAGE, debugger: false, policy: NO_POLICY, tried: null };
  expect(planOverride(exchange, diagnose(exchange, FIREFOX), context)).toMatchObject({ type: 'override' });
  expect(overrideRules(after(exchange))).not.toEqual([]);
});

test('where credentials may have been included, what fails with them alone is seen to be blocked', () => {
  expect(rulesOf(after(answered([['Access-Control-Allow-Origin', '*']])))).toMatchObject([
    { methods: ['GET'] },
  ]);
});

/** The answer as the browser shows it once a rule has changed it. */
function shown(override: Override, sent: HeaderList) {
  const set = overrideRules(override).find(({ scope }) => scope.methods?.includes('GET'))?.set ?? [];
  const isSet = (name: string) => set.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const headerList = [
    ...sent.filter(([name]) => !isSet(name)),
    ...set.map(({ name, value }) => [name, value] as const),
  ];
  return { status: 200, headerList };
}

const SENT: HeaderList = [
  ['Content-Type', 'text/plain'],
  ['access-control-allow-origin', 'http://localhost:3000'],
  ['Cache-Control', 'max-age=60'],
];
const override = after(answered(SENT));
const request = { owner: OWNER, url: `${CALL}?again`, method: 'GET' };

test('an answer that a rule has changed is kept as the server sent it, beside what the browser checked', () => {
  const restored = serverAnswer([override], request, shown(override, SENT));
  expect(new Map(restored.headerList)).toEqual(new Map(SENT));
  expect(restored.checkedHeaderList).toContainEqual(['Access-Control-Allow-Origin', PAGE]);
  expect(restored.checkedHeaderList?.map(([name]) => name)).not.toContain(OVERRIDDEN);
});

test('an answer that no rule has changed, or that no override knows, stays as it is', () => {
  const untouched = { status: 200, headerList: SENT };
  expect(serverAnswer([override], request, untouched)).toBe(untouched);
  const changed = shown(override, SENT);
  expect(serverAnswer([fresh], request, changed)).toBe(changed);
  expect(serverAnswer([override], { ...request, owner: tabOwner(8) }, changed)).toBe(changed);
  expect(serverAnswer([override], { ...request, owner: SERVICE_WORKER }, changed)).toBe(changed);
});

test('what was changed passed thanks to the override; what wasn’t is judged by itself', () => {
  const response = serverAnswer([override], request, shown(override, SENT));
  const exchange = { ...answered([], { response }), startedAt: 10 };
  expect(mayHaveChanged(override, exchange)).toBe(true);
  const diagnosis = diagnose({ ...exchange, overridden: true }, FIREFOX);
  expect(diagnosis.outcome).toBe('allowed');
  expect(diagnosis.failures).toMatchObject([
    { error: 'AllowOriginMismatch' },
    { error: 'InvalidAllowCredentials', when: 'credentials-included' },
  ]);
  expect(effectOn([override], exchange).set).toContainEqual({
    on: 'response',
    hop: 0,
    name: 'Access-Control-Allow-Origin',
    server: 'http://localhost:3000',
    value: PAGE,
  });
  expect(mayHaveChanged(override, { ...answered(SENT), startedAt: 10 })).toBe(false);
});

test('a call whose changed preflight passed, and whose own answer no rule has changed, is blocked', () => {
  const learnt = after(preflighted([]));
  const changed = { ...shown(learnt, []), status: 204 };
  const preflight = samplePreflight(
    { method: 'PUT', headerNames: 'x-asked' },
    { status: 204, headerList: [] },
  );
  const answer = { status: 204, headerList: [], checkedHeaderList: changed.headerList };
  const exchange = sampleExchange(
    {
      method: 'PUT',
      preflight: { ...preflight, response: answer },
      requestHeaders: [],
      response: { status: 200, headerList: [] },
    },
    { outcome: COMPLETED, overridden: true },
  );
  expect(diagnose(exchange, FIREFOX).outcome).toBe('blocked');
});

test('a rewritten origin is shown as the page’s', () => {
  const refused = sampleExchange(
    { preflight: samplePreflight({}, { status: 403 }) },
    { outcome: DOM_BAD_URI },
  );
  const rewriting = after(refused);
  const sent: HeaderList = [['Origin', API]];
  expect(pageHeaders([rewriting], request, PAGE, sent)).toEqual([['Origin', PAGE]]);
  expect(pageHeaders([rewriting], request, null, sent)).toEqual([['Origin', 'null']]);
  expect(pageHeaders([rewriting], request, API, sent)).toBe(sent);
  expect(pageHeaders([fresh], request, PAGE, sent)).toBe(sent);
});

test('an origin is rewritten for those calls alone that were refused by it, and the answer is made right with it', () => {
  const refused = { ...answered([]).hops[0], response: { status: 403, headerList: [] } };
  const refusing = after(
    { ...answered([], { url: `${API}/other` }) },
    after({ ...answered([]), hops: [refused] }),
  );
  const rewriting = overrideRules(refusing).filter(({ set }) => set.some(({ of }) => of === 'request'));
  expect(rewriting.map(({ scope }) => [scope.target, scope.methods])).toEqual([[{ call: CALL }, ['GET']]]);
  const allowed = rulesOf(refusing).filter(({ set }) => set.get('Access-Control-Allow-Origin') === PAGE);
  expect(allowed.map(({ target }) => target)).toEqual([{ call: CALL }, { call: `${API}/other` }]);
});
