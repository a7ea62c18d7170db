import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import { toEvents } from '../../src/observe/finished-request.ts';
import { Ledger } from '../../src/observe/ledger.ts';
import type { RequestSource } from '../../src/observe/observed.ts';
import { type ExchangeRecord, isCorsExchange, toExchange } from '../../src/observe/record.ts';
import { RedirectChains, type UnnamedRequest } from '../../src/observe/redirect-chains.ts';

const PAGE = 'https://app.example.test';
const API = 'https://api.example.test';

const ANSWERED: UnnamedRequest = {
  url: `${API}/a`,
  method: 'PUT',
  resourceType: 'fetch',
  startedAt: 1_000,
  endedAt: 1_020,
  requestHeaders: [['Origin', PAGE]],
  status: 200,
  responseHeaders: [],
  redirectUrl: null,
  error: 'net::ERR_FAILED',
  location: null,
};
const PREFLIGHT: UnnamedRequest = {
  ...ANSWERED,
  method: 'OPTIONS',
  resourceType: 'preflight',
  // DevTools cuts start times to whole milliseconds, so that a preflight may seem to end after its request was sent.
  startedAt: 1_000,
  endedAt: 1_019.9,
  requestHeaders: [
    ['Origin', PAGE],
    ['Access-Control-Request-Method', 'PUT'],
  ],
  status: 204,
  error: null,
};

/** What becomes of finished requests, in the order in which DevTools tells of them. */
function told(...requests: readonly UnnamedRequest[]): readonly Exchange[] {
  const [ledger, chains] = [new Ledger(() => 0), new RedirectChains('devtools-7-0')];
  const records = new Map<string, ExchangeRecord>();
  for (const request of requests) {
    for (const event of toEvents(chains.name(request), 7, PAGE)) {
      for (const [id, observed] of ledger.reduce(event)) {
        if (observed === null) records.delete(id);
        else records.set(id, { ...observed, overridden: false });
      }
    }
  }
  return [...records.values()].map(toExchange).filter((exchange) => exchange !== null);
}

test('a preflight and its request are one exchange, in whatever order they are told', () => {
  for (const exchanges of [told(PREFLIGHT, ANSWERED), told(ANSWERED, PREFLIGHT)]) {
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({
      origin: PAGE,
      hops: [{ preflight: { response: { status: 204 } }, response: { status: 200 } }],
      outcome: { type: 'error', error: 'net::ERR_FAILED' },
    });
  }
});

/** A preflight and its request, refused; what the preflight asked for tells it from others. */
function refusedPair(name: string, startedAt: number, heardLate: number): readonly UnnamedRequest[] {
  const asked = [...PREFLIGHT.requestHeaders, ['Access-Control-Request-Headers', name]] as const;
  const times = { startedAt: startedAt + heardLate, endedAt: startedAt + heardLate + 5 };
  return [
    { ...PREFLIGHT, ...times, requestHeaders: asked },
    { ...ANSWERED, status: 0, startedAt, endedAt: startedAt + 8, location: null },
  ];
}

/** What the preflights of each of the exchanges asked for. */
function asked(exchanges: readonly Exchange[]): readonly (string | undefined)[] {
  return exchanges.map(({ hops }) => hops[0]?.preflight?.requestHeaders?.at(-1)?.[1]);
}

test('a preflight that DevTools heard of when its request was over is not another one', () => {
  const one = refusedPair('x-one', 1_000, 30);
  const exchanges = told(...one, ...refusedPair('x-two', 1_040, 0), ...refusedPair('x-three', 1_080, 15));
  expect(asked(exchanges)).toEqual(['x-one', 'x-two', 'x-three']);
});

test('nor is it where the request passed, unless that was over for longer', () => {
  const passed = { ...ANSWERED, startedAt: 1_000, endedAt: 1_008, error: null };
  const later = (startedAt: number) => ({ ...PREFLIGHT, startedAt, endedAt: startedAt + 3 });
  expect(told(later(1_030), passed)).toHaveLength(1);
  expect(told(later(1_300), passed)).toHaveLength(2);
});

test("a request that needed no preflight does not take the next one's", () => {
  const [, cached] = refusedPair('x-none', 1_000, 0);
  const exchanges = told(...(cached ? [cached] : []), ...refusedPair('x-two', 1_012, 0));
  expect(asked(exchanges)).toEqual([undefined, 'x-two']);
});

test('a request that was never sent has the origin of its preflight', () => {
  const unsent = { ...ANSWERED, status: 0, requestHeaders: [], responseHeaders: [] };
  const [exchange] = told({ ...PREFLIGHT, status: 405 }, unsent);
  expect(exchange).toMatchObject({ origin: PAGE, hops: [{ requestHeaders: null, response: null }] });
  expect(exchange && isCorsExchange(exchange)).toBe(true);
});

test('the hops of a redirected request are one exchange, also when the second seems to begin too early', () => {
  const redirect = { ...ANSWERED, status: 302, error: null, redirectUrl: `${API}/b`, endedAt: 1_000.7 };
  const next = { ...ANSWERED, url: `${API}/b`, startedAt: 1_000, endedAt: 1_030 };
  const exchanges = told(redirect, next);
  expect(exchanges.map(({ hops }) => hops.map(({ url, response }) => [url, response?.status]))).toEqual([
    [
      [`${API}/a`, 302],
      [`${API}/b`, 200],
    ],
  ]);
});

test('two requests redirected to one URL keep apart', () => {
  const redirect = { ...ANSWERED, status: 302, error: null, redirectUrl: `${API}/b` };
  const next = { ...ANSWERED, url: `${API}/b`, startedAt: 1_021 };
  const exchanges = told(redirect, { ...redirect, url: `${API}/c` }, next, next);
  expect(exchanges.map(({ hops }) => hops.map(({ url }) => url))).toEqual([
    [`${API}/a`, `${API}/b`],
    [`${API}/c`, `${API}/b`],
  ]);
});

test("a preflight's redirect leads to no request: a later one of that URL is another", () => {
  const refused = { ...PREFLIGHT, status: 302, redirectUrl: `${API}/login` };
  const unsent = { ...ANSWERED, status: 0, requestHeaders: [], responseHeaders: [] };
  const login = { ...ANSWERED, url: `${API}/login`, method: 'GET', startedAt: 1_100, endedAt: 1_110 };
  const exchanges = told(refused, unsent, { ...login, error: null });
  expect(exchanges.map(({ hops }) => hops.map(({ url }) => url))).toEqual([[`${API}/a`], [`${API}/login`]]);
  expect(exchanges[0]?.hops[0].preflight?.response?.status).toBe(302);
});

function sourceOf(requestId: string): RequestSource {
  return {
    seenBy: 'webRequest',
    requestId,
    owner: { type: 'tab', tabId: 7 },
    frameId: 0,
    documentId: 'D',
    initiator: PAGE,
    resourceType: 'xmlhttprequest',
  };
}

test('what webRequest saw is claimed once, by method, URL and time', () => {
  const ledger = new Ledger(() => 0);
  const source = sourceOf('5');
  const { url, method } = ANSWERED;
  ledger.reduce({ source, step: { phase: 'before-request', timeStamp: 1_003, url, method } });
  const finished = new RedirectChains('x').name(ANSWERED);
  expect(ledger.match({ ...finished, method: 'POST' }, 7)).toBeNull();
  expect(ledger.match({ ...finished, startedAt: 9_000 }, 7)).toBeNull();
  expect(ledger.match(finished, 8)).toBeNull();
  expect(ledger.match(finished, 7)).toBe('5');
  expect(ledger.match(finished, 7)).toBeNull();
});

test('what webRequest saw is known again, once, when DevTools tells of it long after', () => {
  let now = 0;
  const ledger = new Ledger(() => now);
  const begun = (id: number, timeStamp: number) => {
    const { url, method } = ANSWERED;
    const source = sourceOf(String(id));
    now = timeStamp;
    ledger.reduce({ source, step: { phase: 'before-request', timeStamp, url, method } });
    ledger.reduce({ source, step: { phase: 'completed', timeStamp: timeStamp + 10, url, method } });
  };
  begun(5, 1_003);
  const finished = new RedirectChains('x').name(ANSWERED);
  expect(ledger.hasEvicted(finished, 7)).toBe(false);
  begun(6, 20_000);
  begun(7, 40_000);
  expect(ledger.match(finished, 7)).toBeNull();
  expect(ledger.hasEvicted({ ...finished, method: 'POST' }, 7)).toBe(false);
  expect(ledger.hasEvicted(finished, 8)).toBe(false);
  expect(ledger.hasEvicted(finished, 7)).toBe(true);
  expect(ledger.hasEvicted(finished, 7)).toBe(false);
});
