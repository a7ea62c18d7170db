import { scheduler } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { JudgedExchange } from '../../src/explain/judged-exchange.ts';
import { judgeInSlices } from '../../src/panel/model/judge-in-slices.ts';
import { API, COMPLETED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';

// Node's scheduler has no `postTask`.
beforeEach(() => {
  vi.stubGlobal('scheduler', { postTask: (task: () => void) => scheduler.yield().then(task) });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Calls that were blocked, the latest first. */
function calls(count: number): readonly Exchange[] {
  const hop = { requestHeaders: [['Origin', PAGE]] as const, response: { status: 200, headerList: [] } };
  return Array.from({ length: count }, (_, n) => sampleExchange(hop, { id: `${n}`, startedAt: count - n }));
}

/** What was published, as the times at which the calls began. */
function watch() {
  const published: number[][] = [];
  const wereAll: boolean[] = [];
  const judgeAll = judgeInSlices((rows: readonly JudgedExchange[], areAll) => {
    published.push(rows.map(({ exchange }) => exchange.startedAt));
    wereAll.push(areAll);
  });
  return { published, wereAll, judgeAll };
}

test('judgeInSlices publishes a few rows at once, in the order they began', () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const { published, judgeAll } = watch();
  judgeAll(calls(3), true);
  expect(published).toEqual([[1, 2, 3]]);
  judgeAll([], true);
  expect(published.at(-1)).toEqual([]);
});

test('judgeInSlices publishes the first of thousands at once, then all together', async () => {
  const { published, wereAll, judgeAll } = watch();
  const count = 20_000;
  judgeAll(calls(count), true);
  expect(published).toHaveLength(1);
  const first = published[0] ?? [];
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(count);
  expect(first).toEqual(first.map((_, index) => index + 1));
  await vi.waitUntil(() => published.length > 1, { timeout: 20_000 });
  expect(published[1]).toHaveLength(count);
  expect(published[1]?.at(-1)).toBe(count);
  expect(wereAll).toEqual([false, true]);
});

test('judgeInSlices publishes rows that come meanwhile, and none that are gone', async () => {
  const { published, judgeAll } = watch();
  const many = calls(20_000);
  judgeAll(many, true);
  const [latest, ...others] = many;
  judgeAll([...others.slice(0, 10_000), sampleExchange({}, { startedAt: 50_000 })], true);
  await vi.waitUntil(() => published.length > 1, { timeout: 20_000 });
  expect(published[1]).toHaveLength(10_001);
  expect(published[1]?.at(-1)).toBe(50_000);
  expect(published[1]).not.toContain(latest?.startedAt);
});

test('judgeInSlices publishes cached rows synchronously', () => {
  const many = calls(3_000);
  for (const exchange of many) judge(exchange);
  const { published, judgeAll } = watch();
  // Whenever it looks, the time of a slice is up.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
  judgeAll(many, true);
  expect(published.map(({ length }) => length)).toEqual([3_000]);
});

test('judgeInSlices publishes only the first rows while more are to come', () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const all = calls(30);
  const { published, wereAll, judgeAll } = watch();
  judgeAll([], false);
  judgeAll(all.slice(0, 10), false);
  judgeAll(all.slice(0, 20), false);
  expect(published.map(({ length }) => length)).toEqual([0, 10]);
  judgeAll(all, true);
  expect(published.map(({ length }) => length)).toEqual([0, 10, 30]);
  expect(wereAll).toEqual([false, false, true]);
});

/** An error without CORS headers, of a URL whose earlier answers let the page in: what its cause knows of them. */
async function causeOnceTheyLeft(others: number): Promise<unknown> {
  const url = `${API}/same`;
  const allowing = [['Access-Control-Allow-Origin', PAGE]] as const;
  const requestHeaders = [['Origin', PAGE]] as const;
  const works = sampleExchange(
    { url, requestHeaders, response: { status: 200, headerList: allowing } },
    { outcome: COMPLETED },
  );
  const gone = Array.from({ length: others }, (_, n) =>
    sampleExchange({ url: `${API}/${n}`, requestHeaders, response: { status: 200, headerList: [] } }),
  );
  const fails = sampleExchange({ url, requestHeaders, response: { status: 500, headerList: [] } });
  const { wereAll, judgeAll } = watch();
  judgeAll([works, ...gone], true);
  await vi.waitFor(() => expect(wereAll.at(-1)).toBe(true), 10_000);
  judgeAll([fails], true);
  return judge(fails).cause;
}

test('judgeInSlices remembers answers that left the list, up to a limit', async () => {
  // The time of a slice is never up.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  expect(await causeOnceTheyLeft(10)).toMatchObject({ id: 'error-without-cors', allowed: 'url' });
  expect(await causeOnceTheyLeft(3_000)).toMatchObject({ id: 'error-without-cors', allowed: null });
});
