import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/cors/index.ts';
import {
  type FinishedRequest,
  Ledger,
  missedSteps,
  type ObservedEvent,
  toEvents,
  toExchange,
} from '../../src/exchange/index.ts';
import { Trace, URL_A } from './trace.ts';

const PAGE = 'http://localhost:5174';
const ASKED = [
  ['Origin', PAGE],
  ['Access-Control-Request-Method', 'GET'],
  ['Access-Control-Request-Headers', 'x-asked'],
] as const;

/** A call whose preflight was answered without a word on CORS, as webRequest tells of it. */
const SEEN: readonly ObservedEvent[] = new Trace()
  .begin(1, 'GET')
  .begin(2, 'OPTIONS')
  .send(2, 'OPTIONS', ASKED.slice(1))
  .receive(2, 'OPTIONS', 200, [])
  .complete(2, 'OPTIONS')
  .fail(1, 'GET').events;

/** A simple one, answered without a word on CORS either. */
const SEEN_SIMPLE = new Trace()
  .begin(1, 'GET')
  .send(1, 'GET', [])
  .receive(1, 'GET', 200, [])
  .fail(1, 'GET').events;

/** The same as DevTools tells of it, whose clock is a little off. */
const PREFLIGHT: FinishedRequest = {
  requestId: 'devtools-1',
  url: URL_A,
  method: 'OPTIONS',
  resourceType: 'preflight',
  startedAt: 1_000_000,
  endedAt: 1_000_002.5,
  requestHeaders: ASKED,
  status: 200,
  responseHeaders: [],
  redirectUrl: null,
  error: null,
  location: null,
};
const CALL: FinishedRequest = {
  ...PREFLIGHT,
  requestId: 'devtools-2',
  method: 'GET',
  resourceType: 'fetch',
  requestHeaders: [],
  status: 0,
  error: 'net::ERR_FAILED',
};
const SIMPLE: FinishedRequest = { ...CALL, status: 200, requestHeaders: [['Origin', PAGE]] };

/** What is known in the end: of some of what webRequest told, then of what DevTools did. */
function outcome(seen: readonly ObservedEvent[], told: readonly FinishedRequest[]) {
  const ledger = new Ledger(() => 0);
  const records = new Map();
  const reduce = (event: ObservedEvent) => {
    for (const [id, record] of ledger.reduce(event)) {
      if (record === null) records.delete(id);
      else records.set(id, { ...record, overridden: false });
    }
  };
  for (const event of seen) reduce(event);
  for (const finished of told) {
    const found = ledger.find(ledger.claim(finished, 7) ?? '');
    const events = found === null ? toEvents(finished, 7, PAGE) : missedSteps(found, finished, 7);
    for (const event of events) reduce(event);
  }
  return [...records.values()].map((record) => {
    const exchange = toExchange(record);
    return exchange === null ? null : [exchange.hops[0].method, diagnose(exchange).outcome];
  });
}

test.each([
  ['a preflight', SEEN, [PREFLIGHT, CALL]],
  ['no preflight', SEEN_SIMPLE, [SIMPLE]],
] as const)('of a call with %s, whatever the worker missed, DevTools adds it', (_, events, told) => {
  fc.assert(
    fc.property(
      fc.subarray([...events]),
      fc.shuffledSubarray([...told], { minLength: told.length }),
      (seen, finished) => {
        expect(outcome(seen, finished)).toEqual([['GET', 'blocked']]);
      },
    ),
    { numRuns: 500 },
  );
});

test('where nothing was missed, DevTools adds no step', () => {
  const ledger = new Ledger(() => 0);
  for (const event of SEEN) ledger.reduce(event);
  for (const finished of [PREFLIGHT, CALL]) {
    const found = ledger.find(ledger.claim(finished, 7) ?? '');
    expect(found === null ? null : missedSteps(found, finished, 7)).toEqual([]);
  }
});
