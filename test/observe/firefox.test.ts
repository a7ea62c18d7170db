import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import type { FinishedRequest } from '../../src/observe/finished-request.ts';
import { joinedAnswer } from '../../src/observe/joined-answer.ts';
import { Ledger } from '../../src/observe/ledger.ts';
import { MAX_WAITING_REDIRECTS } from '../../src/observe/limits.ts';
import { withSeen } from '../../src/observe/outside-record.ts';
import { toExchange } from '../../src/observe/record.ts';
import { type CallTiming, UnreadAnswers } from '../../src/observe/unread-answers.ts';
import { Trace, URL_A } from './trace.ts';

// Calls as Firefox tells of them.

const PAGE = 'http://localhost:5174';
const FROM_PAGE: HeaderList = [
  ['Origin', PAGE],
  ['Sec-Fetch-Mode', 'cors'],
];
const ASKED: HeaderList = [...FROM_PAGE, ['Access-Control-Request-Method', 'PUT']];

function exchangeOf({ events }: Trace, id: string, error: string | null = null) {
  const ledger = new Ledger(() => 0);
  for (const event of events) ledger.reduce(event);
  const record = ledger.annotate(id, { location: null, error, resourceType: null });
  const exchange = record === null ? null : toExchange({ ...record, overridden: false });
  if (exchange === null) throw new Error('Nothing was recorded.');
  return exchange;
}

function plan(trace: Trace, id: number, method: string, requestHeaders: HeaderList): Trace {
  return trace.add<'headers-planned'>(id, method, { phase: 'headers-planned', requestHeaders });
}

describe('headers that are told before the preflight', () => {
  const begun = () => plan(new Trace().begin(1, 'PUT'), 1, 'PUT', FROM_PAGE).begin(2, 'OPTIONS');

  test('count as sent once an answer came', () => {
    const trace = plan(begun(), 2, 'OPTIONS', ASKED)
      .receive(2, 'OPTIONS', 204, [])
      .complete(2, 'OPTIONS')
      .receive(1, 'PUT', 200, [])
      .complete(1, 'PUT');
    const [hop] = exchangeOf(trace, '1').hops;
    expect([hop.requestHeaders, hop.preflight?.requestHeaders]).toEqual([FROM_PAGE, ASKED]);
  });

  test('don’t where the preflight failed', () => {
    const trace = plan(begun(), 2, 'OPTIONS', ASKED)
      .receive(2, 'OPTIONS', 404, [])
      .complete(2, 'OPTIONS')
      .add<'error'>(1, 'PUT', { phase: 'error', error: 'NS_ERROR_DOM_BAD_URI' });
    const exchange = exchangeOf(trace, '1');
    expect(exchange.hops[0].requestHeaders).toBeNull();
    expect(diagnose(exchange, FIREFOX).failures.map(({ error }) => error)).toContain(
      'PreflightMissingAllowOriginHeader',
    );
  });

  test('count as sent where there was no preflight', () => {
    const trace = plan(new Trace().begin(1, 'GET'), 1, 'GET', FROM_PAGE).add<'error'>(1, 'GET', {
      phase: 'error',
      error: 'NS_ERROR_CONNECTION_REFUSED',
    });
    expect(exchangeOf(trace, '1').hops[0].requestHeaders).toEqual(FROM_PAGE);
  });
});

describe('an answer that completed', () => {
  const answered = (headers: HeaderList) =>
    plan(new Trace().begin(1, 'GET'), 1, 'GET', FROM_PAGE).receive(1, 'GET', 200, headers).complete(1, 'GET');

  test('is judged by its headers in Firefox, and is allowed in Chrome', () => {
    const exchange = exchangeOf(answered([]), '1');
    expect(diagnose(exchange, FIREFOX).outcome).toBe('blocked');
    expect(diagnose(exchange, CHROME).outcome).toBe('allowed');
  });

  test('is allowed if it would be without credentials, unless the page could not read it', () => {
    const trace = answered([['Access-Control-Allow-Origin', '*']]);
    expect(diagnose(exchangeOf(trace, '1'), FIREFOX).outcome).toBe('allowed');
    const unread = diagnose(exchangeOf(trace, '1', 'NS_ERROR_DOM_BAD_URI'), FIREFOX);
    expect([unread.outcome, unread.credentials]).toEqual(['blocked', 'included']);
  });
});

const FINISHED: FinishedRequest = {
  requestId: 'devtools-1',
  url: URL_A,
  method: 'GET',
  resourceType: 'fetch',
  startedAt: 1_000_000,
  endedAt: 1_000_010,
  requestHeaders: FROM_PAGE,
  status: 200,
  responseHeaders: [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Origin', PAGE],
  ],
  redirectUrl: null,
  error: null,
  location: null,
};

describe('the page’s timing', () => {
  const timing = (status: number, at = 1_000_003): CallTiming => ({ url: `${URL_A}#part`, at, status });

  test('of the nearest call tells whether the page could read the answer', () => {
    const answers = new UnreadAnswers();
    expect(answers.mayBeUnread(FINISHED)).toBe(true);
    expect(answers.isUnread(FINISHED, [timing(200, 1_000_900), timing(0)])).toBe(true);
    expect(answers.isUnread(FINISHED, [timing(0, 1_000_900), timing(200)])).toBe(false);
    expect(answers.isUnread(FINISHED, [timing(0, 1_010_000)])).toBe(false);
    expect(answers.isUnread(FINISHED, [])).toBe(false);
  });

  test.each([
    ['another origin', FROM_PAGE],
    ['the page’s own origin', []],
  ])('names the URL that was called first, on %s', (_, requestHeaders) => {
    const answers = new UnreadAnswers();
    const end = { ...FINISHED, url: 'http://127.0.0.1:11434/b', startedAt: 1_000_700 };
    const redirect = { ...FINISHED, requestHeaders, status: 307, redirectUrl: end.url };
    expect(answers.mayBeUnread(redirect)).toBe(false);
    expect(answers.mayBeUnread(end)).toBe(true);
    expect(answers.isUnread(end, [timing(0)])).toBe(true);
  });

  test('of redirects without an end keeps the newest alone', () => {
    const answers = new UnreadAnswers();
    const end = { ...FINISHED, url: 'http://127.0.0.1:11434/b' };
    const redirect = (id: string) => ({ ...FINISHED, requestId: id, status: 307, redirectUrl: end.url });
    for (let n = 0; n <= MAX_WAITING_REDIRECTS; n++) answers.mayBeUnread(redirect(String(n)));
    expect(answers.isUnread({ ...end, requestId: '0' }, [timing(0)])).toBe(false);
    expect(answers.isUnread({ ...end, requestId: String(MAX_WAITING_REDIRECTS) }, [timing(0)])).toBe(true);
  });

  test('isn’t asked for what has no origin, no answer or an error', () => {
    const answers = new UnreadAnswers();
    for (const other of [{ requestHeaders: [] }, { status: 0 }, { error: 'NS_ERROR_FAILURE' }])
      expect(answers.mayBeUnread({ ...FINISHED, ...other })).toBe(false);
  });
});

test('an answer that DevTools missed, and with it whether the request failed, comes from webRequest', () => {
  const missed: FinishedRequest = {
    ...FINISHED,
    status: 0,
    responseHeaders: [],
    error: 'NS_ERROR_FAILURE',
    outside: { type: 'no-cors' },
  };
  const seen = (trace: Trace) => {
    const ledger = new Ledger(() => 0);
    for (const event of trace.events) ledger.reduce(event);
    return ledger.find('1');
  };
  const begun = () => plan(new Trace().begin(1, 'GET'), 1, 'GET', [['Sec-Fetch-Mode', 'no-cors']]);
  const json: HeaderList = [['Content-Type', 'application/json']];
  const answered = seen(begun().receive(1, 'GET', 200, json).complete(1, 'GET'));
  const answer = { status: 200, responseHeaders: json, error: null };
  expect(withSeen(missed, answered, false)).toMatchObject(answer);
  expect(withSeen(missed, answered, true).error).toBe('NS_ERROR_FAILURE');
  const refused = seen(begun().fail(1, 'GET', 'NS_ERROR_CONNECTION_REFUSED'));
  expect(withSeen(missed, refused, false)).toMatchObject({ status: 0, error: 'NS_ERROR_CONNECTION_REFUSED' });
});

test('DevTools’ header lines replace those that webRequest has joined, and no others', () => {
  const ledger = new Ledger(() => 0);
  const trace = plan(new Trace().begin(1, 'GET'), 1, 'GET', FROM_PAGE).receive(1, 'GET', 200, [
    ['Access-Control-Allow-Origin', `*, ${PAGE}`],
  ]);
  for (const event of trace.events) ledger.reduce(event);
  const seen = ledger.find('1');
  const joined = seen === null ? null : joinedAnswer(seen, FINISHED);
  if (joined === null) throw new Error('Nothing was replaced.');
  ledger.reduce(joined);
  const record = ledger.annotate('1', { location: null, error: null, resourceType: null });
  const exchange = record === null ? null : toExchange({ ...record, overridden: false });
  expect(exchange?.hops[0].response?.headerList).toEqual(FINISHED.responseHeaders);
  expect(seen === null ? null : joinedAnswer(seen, { ...FINISHED, status: 500 })).toBeNull();
});
