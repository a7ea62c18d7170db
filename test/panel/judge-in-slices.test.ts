import { expect, test, vi } from 'vitest';
import type { Exchange } from '../../src/cors/index.ts';
import { type Row, rowOf } from '../../src/explain/judged-exchange.ts';
import { judgeInSlices } from '../../src/panel/model/judge-in-slices.ts';
import { PAGE, sampleExchange } from '../cors/sample-exchange.ts';

/** Calls that were blocked, the latest first. */
function calls(count: number): readonly Exchange[] {
  const hop = { requestHeaders: [['Origin', PAGE]] as const, response: { status: 200, headerList: [] } };
  return Array.from({ length: count }, (_, n) => sampleExchange(hop, { id: `${n}`, startedAt: count - n }));
}

/** What was handed out, as the times at which the calls began. */
function watch() {
  const handedOut: number[][] = [];
  const wereAll: boolean[] = [];
  const judge = judgeInSlices((rows: readonly Row[], areAll) => {
    handedOut.push(rows.map(({ exchange }) => exchange.startedAt));
    wereAll.push(areAll);
  });
  return { handedOut, wereAll, judge };
}

test('a few are handed out at once, in the order they began', () => {
  const { handedOut, judge } = watch();
  judge(calls(3), true);
  expect(handedOut).toEqual([[1, 2, 3]]);
  judge([], true);
  expect(handedOut.at(-1)).toEqual([]);
});

test('of thousands the first are handed out at once, then all together', async () => {
  const { handedOut, wereAll, judge } = watch();
  const count = 20_000;
  judge(calls(count), true);
  expect(handedOut).toHaveLength(1);
  const first = handedOut[0] ?? [];
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(count);
  expect(first).toEqual(first.map((_, index) => index + 1));
  await vi.waitUntil(() => handedOut.length > 1, { timeout: 20_000 });
  expect(handedOut[1]).toHaveLength(count);
  expect(handedOut[1]?.at(-1)).toBe(count);
  expect(wereAll).toEqual([false, true]);
});

test('what comes in meanwhile is handed out with the rest, and what is gone is not', async () => {
  const { handedOut, judge } = watch();
  const many = calls(20_000);
  judge(many, true);
  const [latest, ...others] = many;
  judge([...others.slice(0, 10_000), sampleExchange({}, { startedAt: 50_000 })], true);
  await vi.waitUntil(() => handedOut.length > 1, { timeout: 20_000 });
  expect(handedOut[1]).toHaveLength(10_001);
  expect(handedOut[1]?.at(-1)).toBe(50_000);
  expect(handedOut[1]).not.toContain(latest?.startedAt);
});

test('what was judged before does not wait', () => {
  const many = calls(3_000);
  for (const exchange of many) rowOf(exchange);
  const { handedOut, judge } = watch();
  judge(many, true);
  expect(handedOut.map(({ length }) => length)).toEqual([3_000]);
});

test('as long as there are more to come, only the first are handed out', () => {
  const all = calls(30);
  const { handedOut, wereAll, judge } = watch();
  judge([], false);
  judge(all.slice(0, 10), false);
  judge(all.slice(0, 20), false);
  expect(handedOut.map(({ length }) => length)).toEqual([0, 10]);
  judge(all, true);
  expect(handedOut.map(({ length }) => length)).toEqual([0, 10, 30]);
  expect(wereAll).toEqual([false, false, true]);
});
