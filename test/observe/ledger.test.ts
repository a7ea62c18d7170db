import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import { getHeader, type HeaderList } from '../../src/cors/header-list.ts';
import { Ledger } from '../../src/observe/ledger.ts';
import type { ObservedEvent } from '../../src/observe/observed.ts';
import { type ExchangeRecord, isCorsExchange, toExchange } from '../../src/observe/record.ts';
import { floodOf, Trace, URL_A } from './trace.ts';

/** What is stored in the end, by id. */
function replay(
  events: readonly ObservedEvent[],
  ledger = new Ledger(() => 0),
): ReadonlyMap<string, ExchangeRecord> {
  const records = new Map<string, ExchangeRecord>();
  for (const event of events) {
    for (const [id, record] of ledger.reduce(event)) {
      if (record === null) records.delete(id);
      else records.set(id, { ...record, overridden: false });
    }
  }
  return records;
}

function exchanges(events: readonly ObservedEvent[]): readonly Exchange[] {
  return [...replay(events).values()].map(toExchange).filter((exchange) => exchange !== null);
}

/** Which headers the preflight of each request asked for, by the request's id. */
function askedHeaders(events: readonly ObservedEvent[]): Record<string, string | null> {
  return Object.fromEntries(
    exchanges(events).map(({ id, hops }) => {
      const headers = hops[0].preflight?.requestHeaders;
      return [id, headers === undefined ? null : getHeader(headers, 'Access-Control-Request-Headers')];
    }),
  );
}

const METHODS = ['POST', 'PUT', 'DELETE', 'PATCH'];

/** Twelve requests to one URL begun at once, with four methods and a header of its own each; all are refused. */
function twelveAtOnce(): readonly ObservedEvent[] {
  const trace = new Trace();
  const requests = Array.from({ length: 12 }, (_, n) => ({
    id: 10 + n,
    method: METHODS[n % 4] ?? 'POST',
    header: `x-h${n}`,
  }));
  for (const { id, method } of requests) trace.begin(id, method);
  for (const { id, method, header } of requests) trace.preflight(id + 20, method, header);
  for (const { id, method } of requests) trace.fail(id, method);
  return trace.events;
}

describe('a preflight is joined to its request', () => {
  test('twelve simultaneous requests to one URL each have their own', () => {
    const expected = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [String(10 + n), `x-h${n}`]));
    expect(askedHeaders(twelveAtOnce())).toEqual(expected);
  });

  test('also where the worker was stopped while both went out, and only their ends were seen', () => {
    const { events } = new Trace()
      .receive(3, 'OPTIONS', 200, [])
      .complete(3, 'OPTIONS')
      .fail(1, 'PUT')
      .begin(5, 'OPTIONS') // the page's own
      .send(5, 'OPTIONS', [])
      .receive(5, 'OPTIONS', 200, [])
      .fail(5, 'OPTIONS');
    const [first, second, ...more] = exchanges(events);
    expect([first?.id, first?.hops[0].preflight?.response?.status]).toEqual(['1', 200]);
    expect([second?.id, second?.hops[0].preflight]).toEqual(['5', null]);
    expect(more).toEqual([]);
  });

  test('a request that was sent before the preflight ended is not its own', () => {
    const { events } = new Trace()
      .begin(1, 'PUT') // its preflight is cached
      .begin(2, 'PUT')
      .send(1, 'PUT', [])
      .begin(3, 'OPTIONS')
      .send(3, 'OPTIONS', [['Access-Control-Request-Method', 'PUT']])
      .receive(1, 'PUT', 200, [])
      .complete(1, 'PUT')
      .receive(3, 'OPTIONS', 204, [])
      .complete(3, 'OPTIONS')
      .fail(2, 'PUT');
    const joined = exchanges(events).map(({ id, hops }) => [id, hops[0].preflight !== null]);
    expect(joined).toEqual([
      ['1', false],
      ['2', true],
    ]);
  });

  test('after a redirect the next URL has a preflight of its own', () => {
    const next = 'http://127.0.0.1:9000/b';
    const trace = new Trace()
      .begin(1, 'PUT')
      .preflight(2, 'PUT', 'x-a')
      .send(1, 'PUT', [])
      .receive(1, 'PUT', 307, [['Location', next]])
      .add<'before-redirect'>(1, 'PUT', { phase: 'before-redirect', redirectUrl: next })
      .begin(1, 'PUT', next)
      .preflight(3, 'PUT', 'x-a', 204, next)
      .fail(1, 'PUT', 'net::ERR_FAILED', next);
    const [exchange] = exchanges(trace.events);
    expect(exchange?.hops.map(({ url, preflight }) => [url, preflight?.response?.status])).toEqual([
      [URL_A, 204],
      [next, 204],
    ]);
  });

  test("a document's first request, which Chrome counts among the document before it", () => {
    const { events } = new Trace()
      .from(8, 'before')
      .begin(1, 'PUT')
      .from(8, 'after')
      .preflight(2, 'PUT', 'x-a')
      .from(8, 'before')
      .fail(1, 'PUT');
    expect(askedHeaders(events)).toEqual({ '1': 'x-a' });
  });

  test('a prerendered page is shown, which gives its frame another id', () => {
    const { events } = new Trace()
      .from(8, 'D')
      .begin(1, 'PUT')
      .from(0, 'D')
      .preflight(2, 'PUT', 'x-a')
      .from(8, 'D')
      .fail(1, 'PUT');
    expect(askedHeaders(events)).toEqual({ '1': 'x-a' });
  });

  test('requests of two frames each have their own', () => {
    const { events } = new Trace()
      .from(1, 'one')
      .begin(1, 'PUT')
      .from(2, 'two')
      .begin(2, 'PUT')
      .preflight(3, 'PUT', 'x-two')
      .from(1, 'one')
      .preflight(4, 'PUT', 'x-one');
    expect(askedHeaders(events)).toEqual({ '1': 'x-one', '2': 'x-two' });
  });

  test('a page that sends OPTIONS itself has made a request like any other', () => {
    const { events } = new Trace().begin(1, 'OPTIONS').preflight(2, 'OPTIONS', 'x-a').fail(1, 'OPTIONS');
    expect(askedHeaders(events)).toEqual({ '1': 'x-a' });
  });

  test('one whose request was never seen is kept as what it announced', () => {
    const { events } = new Trace().preflight(2, 'PUT', 'x-a');
    expect(exchanges(events)).toMatchObject([
      { id: '2', hops: [{ method: 'PUT' }], outcome: { type: 'pending' } },
    ]);
  });
});

test('the order in which events arrive does not matter', () => {
  const inOrder = askedHeaders(twelveAtOnce());
  const { length } = twelveAtOnce();
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...twelveAtOnce()], { minLength: length, maxLength: length }),
      (events) => {
        expect(askedHeaders(events)).toEqual(inOrder);
      },
    ),
    { numRuns: 50 },
  );
});

test('a worker stopped anywhere goes on from what was stored', () => {
  const events = twelveAtOnce();
  const whole = askedHeaders(events);
  for (let stop = 0; stop <= events.length; stop += 5) {
    const stored = replay(events.slice(0, stop));
    const ledger = new Ledger(() => 0);
    for (const record of stored.values()) ledger.restore(record);
    const all = new Map([...stored, ...replay(events.slice(stop), ledger)]);
    const asked = [...all.values()].map(toExchange).flatMap((exchange) => {
      const headers = exchange?.hops[0].preflight?.requestHeaders;
      return exchange === null || headers === undefined
        ? []
        : [[exchange.id, getHeader(headers, 'Access-Control-Request-Headers')]];
    });
    expect(Object.fromEntries(asked)).toEqual(whole);
  }
});

describe('only requests of the CORS protocol count', () => {
  const noCors = () => new Trace().begin(1, 'GET').send(1, 'GET', [['Sec-Fetch-Mode', 'no-cors']]);
  const cases: readonly [string, Trace, boolean | null][] = [
    [
      'a request to the own origin',
      new Trace().begin(1, 'GET', 'http://localhost:5174/').complete(1, 'GET', 'http://localhost:5174/'),
      false,
    ],
    [
      'a no-cors image',
      new Trace()
        .begin(1, 'GET')
        .send(1, 'GET', [['Sec-Fetch-Mode', 'no-cors']])
        .complete(1, 'GET'),
      false,
    ],
    [
      'a GET with an Origin',
      new Trace().begin(1, 'GET').send(1, 'GET', []).receive(1, 'GET', 200, []).fail(1, 'GET'),
      true,
    ],
    ['what fails in no-cors mode', noCors().fail(1, 'GET', 'net::ERR_CONNECTION_REFUSED'), false],
    ['one that is preflighted', new Trace().begin(1, 'PUT').preflight(2, 'PUT', 'x-a'), true],
    ['one just begun', new Trace().begin(1, 'PUT'), null],
  ];
  test.each(cases)('%s', (_name, trace, counts) => {
    const [exchange] = exchanges(trace.events);
    expect(exchange && isCorsExchange(exchange)).toBe(counts);
  });

  const OWN = 'http://localhost:5174/data';
  /** To hosts that aren't potentially trustworthy no Sec-Fetch-Mode is sent, and a GET to the own origin has no Origin. */
  const redirected = (location: string, requestHeaders: HeaderList = []) =>
    new Trace()
      .begin(1, 'GET', OWN)
      .add<'before-send-headers'>(1, 'GET', { phase: 'before-send-headers', requestHeaders }, OWN)
      .receive(1, 'GET', 302, [['Location', location]], OWN);
  const refused: readonly [string, Trace, boolean][] = [
    [
      'a GET to the own origin that is redirected to a URL with a password',
      redirected('http://…@api.example.test/').fail(1, 'GET', 'net::ERR_FAILED', OWN),
      true,
    ],
    [
      'the same in same-origin mode',
      redirected('http://…@api.example.test/', [['Sec-Fetch-Mode', 'same-origin']]).fail(
        1,
        'GET',
        'net::ERR_FAILED',
        OWN,
      ),
      false,
    ],
    [
      'the same given up by the page',
      redirected('http://…@api.example.test/', [['Sec-Fetch-Mode', 'no-cors']]).fail(
        1,
        'GET',
        'net::ERR_ABORTED',
        OWN,
      ),
      false,
    ],
    [
      'a no-cors GET to the own origin that is redirected to another',
      redirected(URL_A)
        .add<'before-redirect'>(1, 'GET', { phase: 'before-redirect', redirectUrl: URL_A }, OWN)
        .begin(1, 'GET')
        .add<'before-send-headers'>(1, 'GET', { phase: 'before-send-headers', requestHeaders: [] })
        .complete(1, 'GET'),
      false,
    ],
    [
      'a GET to the own origin that is redirected within it, and fails',
      redirected('http://…@localhost:5174/').fail(1, 'GET', 'net::ERR_FAILED', OWN),
      false,
    ],
  ];
  test.each(refused)('%s', (_name, trace, counts) => {
    const [exchange] = exchanges(trace.events);
    expect(exchange && isCorsExchange(exchange)).toBe(counts);
  });
});

test('what has ended is forgotten after a while, an aborted preflight with its request', () => {
  let now = 0;
  const ledger = new Ledger(() => now);
  const trace = new Trace()
    .begin(1, 'PUT')
    .begin(2, 'OPTIONS')
    .send(2, 'OPTIONS', [['Access-Control-Request-Method', 'PUT']]);
  trace.fail(1, 'PUT', 'net::ERR_ABORTED');
  replay(trace.events, ledger);
  expect(ledger.size).toBe(2);
  const [first] = trace.events;
  if (first === undefined) throw new Error('no events');
  const later = { ...first.step, timeStamp: first.step.timeStamp + 60_000 };
  now = 60_000;
  ledger.reduce({ source: { ...first.source, requestId: '9' }, step: later });
  expect(ledger.size).toBe(1);
});

describe('requests that never end', () => {
  /** 10,000 of them, at 500 URLs, a second apart from time to time. */
  function flood(): Ledger {
    let now = 0;
    const ledger = new Ledger(() => now);
    for (let id = 1; id <= 10_000; id++) {
      now = id * 10;
      const [event] = new Trace().begin(id, 'GET', `${URL_A}/${id % 500}`).events;
      ledger.reduce(at(event, 1_000_000 + id * 10));
    }
    return ledger;
  }

  test('are given up, the oldest first', () => {
    const ledger = flood();
    expect(ledger.size).toBeGreaterThan(3_000);
    expect(ledger.size).toBeLessThan(4_200);
    expect(ledger.find('10000')).not.toBeNull();
    expect(ledger.find('1')).toBeNull();
  });

  test('tell nothing once they were given up; others do', () => {
    const ledger = flood();
    const end = (id: number) => ledger.reduce(at(new Trace().fail(id, 'GET').events[0], 1_200_000));
    expect([...end(1).keys()]).toEqual([]);
    expect([...end(10_000).keys()]).toEqual(['10000']);
    expect([...end(10_001).keys()]).toEqual(['10001']);
  });
});

/** 5,000 calls, ten milliseconds apart by the worker's clock. @returns how many are remembered, in the end and at most */
function remembered(timeStampOf: (time: number) => number): {
  readonly atEnd: number;
  readonly atMost: number;
} {
  let now = 0;
  let atMost = 0;
  const ledger = new Ledger(() => now);
  for (let id = 1; id <= 5_000; id++) {
    now = id * 10;
    for (const event of new Trace().begin(id, 'GET', `${URL_A}/${id % 50}`).fail(id, 'GET').events) {
      ledger.reduce(at(event, timeStampOf(now)));
    }
    atMost = Math.max(atMost, ledger.size);
  }
  return { atEnd: ledger.size, atMost };
}

const HOUR = 3_600_000;

test.each<[string, (time: number) => number]>([
  ['a steady clock', (time) => HOUR + time],
  ['a clock that is set back an hour', (time) => (time > 10 ? 0 : HOUR) + time],
  ['a clock that is set on an hour', (time) => (time > 10 ? HOUR : 0) + time],
  ['a clock that stands still', () => HOUR],
])('what has ended is forgotten with %s', (_name, timeStampOf) => {
  const { atEnd, atMost } = remembered(timeStampOf);
  expect(atMost).toBeLessThan(1_000);
  expect(atEnd).toBeGreaterThan(400);
});

test('where DevTools lags behind, what has ended waits for it, unless it comes in a flood', () => {
  let now = 0;
  const ledger = new Ledger(() => now, 30_000);
  const call = (id: number) => replay(new Trace().begin(id, 'GET').fail(id, 'GET').events, ledger);
  call(1);
  now = 29_000;
  call(2);
  expect(ledger.find('1')).not.toBeNull();
  now = 31_000;
  call(3);
  expect(ledger.find('1')).toBeNull();
  for (let id = 4; id < 5_000; id++) call(id);
  now = 37_000;
  call(5_000);
  expect(ledger.size).toBe(1);
});

test('of a request that ended long ago, all steps that come now are taken in together', () => {
  let now = 0;
  const ledger = new Ledger(() => now);
  replay(new Trace().fail(1, 'GET').events, ledger);
  now = 5_100;
  const late = new Trace().begin(1, 'GET').send(1, 'GET', []).receive(1, 'GET', 200, []).events;
  const lengths = late.map((event) => {
    const record = ledger.reduce(event).get('1');
    return record?.request?.steps.length;
  });
  expect(lengths).toEqual([2, 3, 4]);
});

test('a preflight of which some steps come long after the end stays with its request', () => {
  let now = 0;
  const ledger = new Ledger(() => now);
  replay(
    new Trace()
      .begin(1, 'GET')
      .begin(2, 'OPTIONS')
      .send(2, 'OPTIONS', [['Access-Control-Request-Method', 'GET']])
      .fail(1, 'GET').events,
    ledger,
  );
  now = 5_100;
  for (const event of new Trace().receive(2, 'OPTIONS', 200, []).complete(2, 'OPTIONS').events) {
    expect([...ledger.reduce(event)]).toMatchObject([
      ['2', null],
      ['1', { preflights: [{ preflight: { source: { requestId: '2' } } }] }],
    ]);
  }
});

test('what is asked for is kept as if it had ended now', () => {
  let now = 0;
  const ledger = new Ledger(() => now);
  replay(new Trace().begin(1, 'GET').fail(1, 'GET').begin(2, 'GET').fail(2, 'GET').events, ledger);
  now = 5_100;
  ledger.keep('1');
  ledger.keep('unknown');
  replay(new Trace().begin(3, 'GET').events, ledger);
  expect([ledger.find('1')?.source.requestId, ledger.find('2')]).toEqual(['1', null]);
});

test.each([
  [{ type: 'service-worker', from: null }, true],
  [{ type: 'no-cors' }, false],
] as const)(
  'of what is stored with %o as its reason, it is %s that a preflight may be its',
  (outside, mayBe) => {
    const [record] = replay(new Trace().begin(1, 'GET').fail(1, 'GET').events).values();
    if (record === undefined) throw new Error('Nothing was stored.');
    const ledger = new Ledger(() => 0);
    ledger.restore({ ...record, note: { location: null, error: null, resourceType: null, outside } });
    expect(ledger.find('1') !== null).toBe(mayBe);
  },
);

test('after the machine was asleep, what ended before is forgotten, what is under way is not', () => {
  let now = 0;
  const ledger = new Ledger(() => now);
  replay(new Trace().begin(1, 'GET').fail(1, 'GET').begin(2, 'GET').events, ledger);
  now = 8 * HOUR;
  replay(new Trace().begin(3, 'GET').events, ledger);
  expect([ledger.find('1'), ledger.find('2')?.source.requestId]).toEqual([null, '2']);
});

test.each([6, 600])(
  'a flood of calls to one URL, %i under way at a time, keeps its preflights apart',
  (underWay) => {
    const calls = Array.from({ length: 1_500 }, (_, n) => 1_000 + n * 10);
    const { events } = floodOf(calls, underWay);
    expect(askedHeaders(events)).toEqual(Object.fromEntries(calls.map((id) => [id, `x-${id}`])));
  },
);

test('in a crowd, too, a redirected call has a preflight at each of its URLs', () => {
  const trace = new Trace();
  const next = `${URL_A}/next`;
  const calls = Array.from({ length: 300 }, (_, n) => 1_000 + n * 10);
  for (const id of calls)
    trace
      .begin(id, 'PUT')
      .preflight(id + 1, 'PUT', `x-${id}`)
      .send(id, 'PUT', []);
  for (const id of calls) {
    trace.receive(id, 'PUT', 307, []);
    trace.add<'before-redirect'>(id, 'PUT', { phase: 'before-redirect', redirectUrl: next });
    trace.begin(id, 'PUT', next);
  }
  for (const id of calls) trace.preflight(id + 2, 'PUT', `y-${id}`, 204, next);
  for (const id of calls) trace.fail(id, 'PUT', 'net::ERR_FAILED', next);
  const hops = exchanges(trace.events).map((exchange) =>
    exchange.hops.map(({ preflight }) =>
      getHeader(preflight?.requestHeaders ?? [], 'Access-Control-Request-Headers'),
    ),
  );
  expect(hops).toEqual(calls.map((id) => [`x-${id}`, `y-${id}`]));
});

/** The same event at another time. */
function at(event: ObservedEvent | undefined, timeStamp: number): ObservedEvent {
  if (event === undefined) throw new Error('There is no event.');
  return { ...event, step: { ...event.step, timeStamp } };
}
