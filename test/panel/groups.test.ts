import { expect, test } from 'vitest';
import type { CodeLocation, Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { type Group, groupsOf, latestOf } from '../../src/panel/model/groups.ts';
import { API, COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';

const ALLOWED: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const REFUSED = { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } as const;
const CHAT: CodeLocation = { url: `${PAGE}/src/chat.ts`, line: 41, column: 3, functionName: 'ask' };

let time = 0;

/** A call that asks for headers that aren't allowed. */
function blocked(headerNames: string, rest: Partial<Exchange> & { readonly url?: string } = {}): Exchange {
  const { url = `${API}/v1/chat/completions`, ...more } = rest;
  const preflight = samplePreflight({ headerNames }, { headerList: ALLOWED });
  return next({ url, preflight }, more);
}

function passed(rest: Partial<Exchange> = {}): Exchange {
  const hop = { requestHeaders: ALLOWED, response: { status: 200, headerList: ALLOWED } };
  return next(hop, { outcome: COMPLETED, ...rest });
}

function next(...[hop, rest]: Parameters<typeof sampleExchange>): Exchange {
  time++;
  return sampleExchange(hop, { id: `${time}`, startedAt: time, ...rest });
}

function group(...exchanges: readonly Exchange[]): readonly Group[] {
  return groupsOf(exchanges.map((exchange) => judge(exchange)));
}

/** Of each group: its mark, and how often each of its calls was made. */
function outline(groups: readonly Group[]): readonly string[] {
  return groups.map(({ mark, calls }) => [mark, ...calls.map(({ rows }) => rows.length)].join(' '));
}

test('calls with the same root cause are one group, in the order it came up', () => {
  const groups = group(
    blocked('x-a'),
    blocked('x-b'),
    blocked('x-a', { url: `${API}/v1/embeddings` }),
    blocked('x-a'),
  );
  expect(groups.map(({ title, host, requests }) => [title.values.names, host, requests])).toEqual([
    [['x-a'], '127.0.0.1:11434', 3],
    [['x-b'], '127.0.0.1:11434', 1],
  ]);
  expect(outline(groups)).toEqual(['blocked 2 1', 'blocked 1']);
});

test('groupsOf separates causes by header names that the label leaves out', () => {
  const groups = group(blocked('x-a,x-b,x-c'), blocked('x-a,x-b,x-d'));
  expect(groups.map(({ title }) => title)).toEqual([groups[0]?.title, groups[0]?.title]);
  expect(outline(groups)).toEqual(['blocked 1', 'blocked 1']);
});

test('the same fault at another server is another cause', () => {
  const groups = group(blocked('x-a'), blocked('x-a', { url: 'http://127.0.0.1:8080/v1/chat/completions' }));
  expect(groups.map(({ host }) => host)).toEqual(['127.0.0.1:11434', '127.0.0.1:8080']);
});

test('groupsOf puts blocked calls first, then failed, overridden and all others', () => {
  const preflight = samplePreflight({ headerNames: 'x-a' }, { headerList: ALLOWED });
  const sent = { preflight, requestHeaders: ALLOWED, response: { status: 200, headerList: ALLOWED } };
  const groups = group(
    passed(),
    next({}, { outcome: { type: 'pending' }, endedAt: null }),
    next(sent, { outcome: COMPLETED, overridden: true }),
    next({}, { outcome: REFUSED }),
    blocked('x-a'),
    next({ url: 'http://127.0.0.1:9/' }, { outcome: REFUSED }),
  );
  expect(outline(groups)).toEqual([
    'blocked 1',
    'failed 1',
    'failed 1',
    'overridden 1',
    'pending 1',
    'passed 1',
  ]);
  expect(groups[1]?.title).toEqual({ key: 'groupFailed', values: { error: 'ERR_CONNECTION_REFUSED' } });
});

test.each<readonly [what: string, one: Partial<Exchange> & { url?: string }, times: string]>([
  ['the query', { url: `${API}/v1/chat/completions?n=2` }, 'blocked 2'],
  ['the path', { url: `${API}/v1/embeddings` }, 'blocked 1 1'],
  ['the line of code', { location: { ...CHAT, line: 42 } }, 'blocked 1 1'],
  ['who called', { origin: 'null' }, 'blocked 1 1'],
])('two calls that differ in %s', (_what, one, times) => {
  expect(
    outline(group(blocked('x-a', { location: CHAT }), blocked('x-a', { location: CHAT, ...one }))),
  ).toEqual([times]);
});

test('a call whose line is not known yet goes with those like it', () => {
  const groups = group(
    blocked('x-a'),
    blocked('x-a', { location: CHAT }),
    blocked('x-a', { location: { ...CHAT, line: 42 } }),
    blocked('x-a'),
  );
  expect(outline(groups)).toEqual(['blocked 3 1']);
});

test('the latest of equal calls stands for them', () => {
  const calls = [blocked('x-a'), blocked('x-a')];
  const [first] = group(...calls);
  expect(first && latestOf(first.calls[0]).exchange).toBe(calls[1]);
});

test('what CORS decides nothing about comes after all calls with a problem, one group for each cause and server', () => {
  const response = { status: 200, headerList: [] };
  const opaque = (url: string) =>
    next({ url, response }, { outcome: COMPLETED, outside: { type: 'no-cors' } });
  const socket = (host: string) =>
    next(
      { url: `ws://${host}/live`, response: { status: 403, headerList: [] } },
      { outside: { type: 'websocket', received: 0 } },
    );
  const groups = group(
    opaque(`${API}/a`),
    socket('a.test'),
    passed(),
    opaque(`${API}/b`),
    socket('b.test'),
    blocked('x-a'),
    next({}, { outcome: REFUSED }),
    next({}, { outcome: REFUSED, outside: { type: 'no-cors' } }),
  );
  expect(outline(groups)).toEqual([
    'blocked 1',
    'failed 1',
    'not-cors 1 1',
    'not-cors 1',
    'not-cors 1',
    'not-cors 1',
    'passed 1',
  ]);
  expect(groups.map(({ title }) => title.key).slice(2)).toEqual([
    'labelOpaqueAnswer',
    'labelWebsocket',
    'labelWebsocket',
    'groupFailed',
    'markPassed',
  ]);
});
