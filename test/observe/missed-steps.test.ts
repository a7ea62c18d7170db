import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { type FinishedRequest, toEvents } from '../../src/observe/finished-request.ts';
import { Ledger } from '../../src/observe/ledger.ts';
import { missedSteps } from '../../src/observe/missed-steps.ts';
import type { ObservedEvent } from '../../src/observe/observed.ts';
import { toExchange } from '../../src/observe/record.ts';
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

/** A page's own OPTIONS call is preflighted as well, by a request with the same method to the same URL. */
const ASKED_OPTIONS = [
  ['Origin', PAGE],
  ['Access-Control-Request-Method', 'OPTIONS'],
] as const;
const SEEN_OPTIONS: readonly ObservedEvent[] = new Trace()
  .begin(1, 'OPTIONS')
  .begin(2, 'OPTIONS')
  .send(2, 'OPTIONS', ASKED_OPTIONS.slice(1))
  .receive(2, 'OPTIONS', 200, [])
  .complete(2, 'OPTIONS')
  .fail(1, 'OPTIONS').events;
const OPTIONS_PREFLIGHT: FinishedRequest = { ...PREFLIGHT, requestHeaders: ASKED_OPTIONS };
const OPTIONS_CALL: FinishedRequest = { ...CALL, method: 'OPTIONS' };

/** The same with a preflight that lets it through, and an answer without a word on CORS. */
const ALLOWED = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Methods', 'OPTIONS'],
] as const;
const SEEN_SENT_OPTIONS: readonly ObservedEvent[] = new Trace()
  .begin(1, 'OPTIONS')
  .begin(2, 'OPTIONS')
  .send(2, 'OPTIONS', ASKED_OPTIONS.slice(1))
  .receive(2, 'OPTIONS', 204, ALLOWED)
  .complete(2, 'OPTIONS')
  .send(1, 'OPTIONS', [])
  .receive(1, 'OPTIONS', 200, [])
  .fail(1, 'OPTIONS').events;
const SENT_OPTIONS_PREFLIGHT: FinishedRequest = {
  ...OPTIONS_PREFLIGHT,
  endedAt: 1_000_001.25,
  status: 204,
  responseHeaders: ALLOWED,
};
const SENT_OPTIONS_CALL: FinishedRequest = {
  ...OPTIONS_CALL,
  status: 200,
  requestHeaders: [['Origin', PAGE]],
};

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
    const found = ledger.find(ledger.match(finished, 7) ?? '');
    const events = found === null ? toEvents(finished, 7, PAGE) : missedSteps(found, finished, 7);
    for (const event of events) reduce(event);
  }
  return [...records.values()].map((record) => {
    const exchange = toExchange(record);
    return exchange === null ? null : [exchange.hops[0].method, diagnose(exchange, CHROME).outcome];
  });
}

test.each([
  ['a preflight', SEEN, [PREFLIGHT, CALL]],
  ['no preflight', SEEN_SIMPLE, [SIMPLE]],
  ['the method OPTIONS', SEEN_OPTIONS, [OPTIONS_PREFLIGHT, OPTIONS_CALL]],
  ['the method OPTIONS that was sent', SEEN_SENT_OPTIONS, [SENT_OPTIONS_PREFLIGHT, SENT_OPTIONS_CALL]],
] as const)('of a call with %s, whatever the worker missed, DevTools adds it', (_, events, told) => {
  const method = told.at(-1)?.method;
  fc.assert(
    fc.property(
      fc.subarray([...events]),
      fc.shuffledSubarray([...told], { minLength: told.length }),
      (seen, finished) => {
        expect(outcome(seen, finished)).toEqual([[method, 'blocked']]);
      },
    ),
    { numRuns: 500 },
  );
});

test('where nothing was missed, DevTools adds no step', () => {
  const ledger = new Ledger(() => 0);
  for (const event of SEEN) ledger.reduce(event);
  for (const finished of [PREFLIGHT, CALL]) {
    const found = ledger.find(ledger.match(finished, 7) ?? '');
    expect(found === null ? null : missedSteps(found, finished, 7)).toEqual([]);
  }
});
