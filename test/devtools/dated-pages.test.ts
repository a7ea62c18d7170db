import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AskedPage, DatedPages, type InspectedPage } from '../../src/devtools/dated-pages.ts';

const APP = 'https://app.example.test/';
const OTHER = 'https://other.example.test/';

beforeEach(() => vi.useFakeTimers({ now: 10_000 }));
afterEach(() => vi.useRealTimers());

/** A tab whose page answers with `timeOrigin` after `busy` ms, and what is told of it: URL and time. */
function inspect() {
  const told: [url: string, at: number][] = [];
  const shown: { page: AskedPage | null; busy: number } = { page: null, busy: 0 };
  const pages = new DatedPages(() => {
    const { page, busy } = shown;
    return new Promise((resolve) => setTimeout(() => resolve(page), busy));
  });
  const tell = ({ url, at }: InspectedPage) => told.push([url, at]);
  const goTo = (url: string, timeOrigin: number | null, busy = 0) => {
    shown.page = timeOrigin === null ? null : { url, timeOrigin };
    shown.busy = busy;
    return pages.navigated(url, tell);
  };
  return { pages, told, shown, goTo };
}

async function settle(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

test('a page begins at its own time origin, not when DevTools reports it', async () => {
  const { told, goTo } = inspect();
  goTo(APP, 9_800);
  await settle();
  expect(told).toEqual([[APP, 9_800]]);
});

test('the first page begins at its own time origin, too', async () => {
  const { pages, shown } = inspect();
  shown.page = { url: APP, timeOrigin: 4_000 };
  const first = pages.first();
  await settle();
  expect(await first).toEqual({ url: APP, at: 4_000, heardAt: 4_000 });
});

test('a page from the back/forward cache begins when the tab goes back to it', async () => {
  const { told, goTo } = inspect();
  goTo(APP, 9_800);
  await settle(1_000);
  goTo(OTHER, 10_900);
  await settle(1_000);
  goTo(APP, 9_800);
  await settle(1_000);
  goTo(OTHER, 12_900);
  await settle();
  expect(told.map(([, at]) => at)).toEqual([9_800, 10_900, 12_000, 12_900]);
});

test('a page begins now if it cannot be asked, or answers for another page', async () => {
  const { pages, told, shown, goTo } = inspect();
  goTo(APP, null);
  await settle(60_000);
  expect(told).toEqual(Array(2).fill([APP, 10_000]));
  told.length = 0;
  shown.page = { url: OTHER, timeOrigin: 60_000 };
  pages.navigated(APP, ({ url, at }) => told.push([url, at]));
  await settle();
  expect(told).toEqual([[APP, 70_000]]);
});

test('a page that has no execution context yet is asked again', async () => {
  const { told, shown, goTo } = inspect();
  goTo(APP, null);
  await settle(100);
  shown.page = { url: APP, timeOrigin: 9_800 };
  await settle(100);
  expect(told).toEqual([[APP, 9_800]]);
});

test('a busy page begins now, until it answers', async () => {
  const { told, goTo } = inspect();
  goTo(APP, 9_800, 5_000);
  await settle(1_000);
  expect(told).toEqual([[APP, 10_000]]);
  await settle(4_000);
  expect(told).toEqual([
    [APP, 10_000],
    [APP, 9_800],
  ]);
});

test("a page that the tab has left isn't dated any more", async () => {
  const { told, goTo } = inspect();
  goTo(APP, 9_800, 5_000);
  await settle(100);
  goTo(OTHER, 9_950);
  await settle(5_000);
  expect(told).toEqual([[OTHER, 9_950]]);
});
