import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { subscribeEntries } from '../../src/devtools/har-entries.ts';
import type { HarEntry } from '../../src/observe/har-shape.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function entry(path: string, response: Partial<HarEntry['response']> = {}): HarEntry {
  return {
    startedDateTime: '2026-11-28T11:00:00.000Z',
    time: 12,
    request: {
      method: 'GET',
      url: `http://127.0.0.1:8000/${path}`,
      headers: [{ name: 'Sec-Fetch-Mode', value: 'cors' }],
    },
    response: { status: 200, headers: [], redirectURL: '', ...response },
    _resourceType: 'fetch',
  };
}

/** One that was sent and of whose answer DevTools doesn't know yet. */
const unanswered = (path: string) => entry(path, { status: 0, _error: 'net::ERR_FAILED' });

/** DevTools, and what is heard of it. @param all its list */
function devtools(all: () => Promise<readonly HarEntry[]>) {
  const heard: [path: string, status: number][] = [];
  let finish: (entry: HarEntry) => void = () => {};
  const source = {
    onFinished: (listener: (entry: HarEntry) => void) => {
      finish = listener;
    },
    all,
  };
  const listen = (listener: (path: string) => void = () => {}) =>
    subscribeEntries(source, ({ request, response }) => {
      listener(request.url.slice(-1));
      heard.push([request.url.slice(-1), response.status]);
    });
  return { heard, listen, finish: (one: HarEntry) => finish(one) };
}

test('subscribeEntries passes on earlier entries once, beside the new ones', async () => {
  const { heard, listen, finish } = devtools(async () => [entry('a'), entry('b')]);
  listen();
  finish(entry('b'));
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual([
    ['b', 200],
    ['a', 200],
  ]);
});

test("subscribeEntries looks up a late response in DevTools' list", async () => {
  const list: HarEntry[] = [];
  const { heard, listen, finish } = devtools(async () => list);
  listen();
  await vi.advanceTimersByTimeAsync(0);
  finish(unanswered('a'));
  list.push(entry('a', { status: 405 }));
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual([['a', 405]]);
});

test('so it does for a frame that Chrome kept out, also of a host to which Chrome names no mode', async () => {
  const kept = { _error: 'net::ERR_BLOCKED_BY_RESPONSE' };
  const { heard, listen, finish } = devtools(async () => [entry('a', kept)]);
  listen();
  const bare = entry('a', { ...kept, status: 0 });
  finish({ ...bare, request: { ...bare.request, headers: [] } });
  finish(entry('b', { ...kept, status: 200 }));
  await vi.advanceTimersByTimeAsync(200);
  expect(heard).toEqual([
    ['b', 200],
    ['a', 200],
  ]);
});

test.each([
  ['refuses', () => Promise.reject(new Error('DevTools is closing.'))],
  ['never answers', () => new Promise<never>(() => {})],
])(
  'while DevTools %s, what waits for an answer is told as it is, and so is what comes later',
  async (_name, all) => {
    const { heard, listen, finish } = devtools(all);
    listen();
    finish(unanswered('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    finish(unanswered('b'));
    finish(entry('c'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual([
      ['a', 0],
      ['c', 200],
      ['b', 0],
    ]);
  },
);

test('an entry that cannot be read affects no other', async () => {
  const { heard, listen, finish } = devtools(async () => [entry('a'), entry('x'), entry('b')]);
  listen((path) => {
    if (path === 'x') throw new Error('unexpected');
  });
  await vi.advanceTimersByTimeAsync(0);
  for (const path of ['c', 'x', 'd']) finish(unanswered(path));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard.map(([path]) => path)).toEqual(['a', 'b', 'c', 'd']);
  expect(console.error).toHaveBeenCalledTimes(2);
});
