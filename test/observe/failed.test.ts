import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { SERVICE_WORKER } from '../../src/cors/owner.ts';
import { BLOCKED_UNSENT, type FinishedRequest, toEvents } from '../../src/observe/finished-request.ts';
import { Ledger } from '../../src/observe/ledger.ts';
import type { ObservedEvent } from '../../src/observe/observed.ts';
import { type ExchangeRecord, isCorsExchange, toExchange } from '../../src/observe/record.ts';
import { Trace, URL_A } from './trace.ts';

const PAGE = 'http://localhost:5174';
const EVERYONE = [['Access-Control-Allow-Origin', '*']] as const;
const CLIENT = 'net::ERR_BLOCKED_BY_CLIENT';

/** What is reported in the end: outcome and first error of each exchange. */
function reported(events: readonly ObservedEvent[]): unknown[] {
  const ledger = new Ledger(() => 0);
  const records = new Map<string, ExchangeRecord | null>();
  for (const event of events) {
    for (const [id, record] of ledger.reduce(event))
      records.set(id, record && { ...record, overridden: false });
  }
  return [...records].flatMap(([id, record]) => {
    const exchange = record === null ? null : toExchange(record);
    if (exchange === null || isCorsExchange(exchange) !== true) return [];
    const { outcome, failures } = diagnose(exchange, CHROME);
    return [[id, outcome, failures[0]?.error ?? null]];
  });
}

function finished(one: Partial<FinishedRequest>): FinishedRequest {
  return {
    requestId: 'devtools-1',
    url: URL_A,
    method: 'GET',
    resourceType: 'fetch',
    startedAt: 1_000,
    endedAt: 1_010,
    requestHeaders: [],
    status: 0,
    responseHeaders: [],
    redirectUrl: null,
    error: 'net::ERR_FAILED',
    location: null,
    ...one,
  };
}

describe('an answer that was let through and then not read to its end was given up', () => {
  const answered = () => new Trace().begin(1, 'GET').send(1, 'GET', []).receive(1, 'GET', 200, EVERYONE);

  test('also where Chrome calls that by the name it has for CORS', () => {
    expect(reported(answered().start(1, 'GET').fail(1, 'GET').events)).toEqual([
      ['1', 'failed', 'net::ERR_ABORTED'],
    ]);
  });

  test('but one that was not let through is judged', () => {
    expect(reported(answered().fail(1, 'GET').events)).toEqual([
      ['1', 'blocked', 'WildcardOriginNotAllowed'],
    ]);
  });

  test('and any other error stays what it is', () => {
    const error = 'net::ERR_INCOMPLETE_CHUNKED_ENCODING';
    expect(reported(answered().start(1, 'GET').fail(1, 'GET', error).events)).toEqual([
      ['1', 'failed', error],
    ]);
  });
});

test('a request that was only looked up in the cache is none', () => {
  const { events } = new Trace().begin(1, 'GET').send(1, 'GET', []).fail(1, 'GET', 'net::ERR_CACHE_MISS');
  expect(reported(events)).toEqual([]);
});

describe('another extension', () => {
  test('blocks a request before its headers are known', () => {
    expect(reported(new Trace().begin(1, 'GET').fail(1, 'GET', CLIENT).events)).toEqual([
      ['1', 'failed', CLIENT],
    ]);
  });

  test('blocks a preflight, which then says why its request failed', () => {
    const trace = new Trace().begin(1, 'PUT').begin(2, 'OPTIONS').fail(2, 'OPTIONS', CLIENT).fail(1, 'PUT');
    expect(reported(trace.events)).toEqual([['1', 'failed', CLIENT]]);
    expect(reported(trace.events.toReversed())).toEqual([['1', 'failed', CLIENT]]);
  });

  test("blocks a page's own OPTIONS", () => {
    const { events } = new Trace().begin(1, 'OPTIONS').fail(1, 'OPTIONS', CLIENT);
    expect(reported(events)).toEqual([['1', 'failed', CLIENT]]);
  });
});

test('what DevTools says of a preflight that was not answered is the reason of its request', () => {
  const local = 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS';
  const preflight = finished({
    requestId: 'devtools-2',
    method: 'OPTIONS',
    resourceType: 'preflight',
    startedAt: 1_002,
    endedAt: 1_004,
    requestHeaders: [
      ['Origin', PAGE],
      ['Access-Control-Request-Method', 'PUT'],
    ],
    error: local,
  });
  const events = [preflight, finished({ method: 'PUT' })].flatMap((one) => toEvents(one, 7, PAGE));
  expect(reported(events)).toEqual([['devtools-1', 'failed', local]]);
});

test.each([
  ['https://app.example.test', 'blocked:mixed-content'],
  ['http://app.example.test', BLOCKED_UNSENT],
])('what Chrome blocks before it is sent, from %s: %s', (origin, error) => {
  const url = 'http://api.example.test/a';
  expect(reported([...toEvents(finished({ url, error: BLOCKED_UNSENT }), 7, origin)])).toEqual([
    ['devtools-1', 'failed', error],
  ]);
});

describe("a service worker's request is told from the page's that it answers", () => {
  const ledger = new Ledger(() => 0);
  for (const event of new Trace().begin(1, 'GET').fail(1, 'GET').events) {
    ledger.reduce({ ...event, source: { ...event.source, owner: SERVICE_WORKER } });
  }
  const during = { startedAt: 999_990, endedAt: 1_000_010 };

  test.each([
    ['the same, at the same time', finished(during), true],
    ['another URL', finished({ ...during, url: `${URL_A}/b` }), false],
    ['another method', finished({ ...during, method: 'PUT' }), false],
    ['another time', finished({ startedAt: 1_001_000, endedAt: 1_002_000 }), false],
  ])('%s', (_, request, expected) => {
    expect(ledger.sentByServiceWorker(request).length > 0).toBe(expected);
  });
});
