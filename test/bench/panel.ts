import { parseArgs } from 'node:util';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { toExchange } from '../../src/observe/record.ts';
import { groupsOf } from '../../src/panel/model/groups.ts';
import { parseExchangeRecord } from '../../src/store/stored.ts';
import { inspectedTabId, openPanel } from '../browser/harness/devtools-panel.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { stopWorker } from '../browser/harness/worker.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { store, storedExchanges } from '../browser/support/stored-exchanges.ts';
import { judge } from '../explain/judge.ts';
import { listen } from '../servers/listen.ts';
import { createRawHttpServer } from '../servers/raw-http.ts';

// How fast the panel is with thousands of requests, in the real DevTools: npm run bench:panel
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    calls: { type: 'string', default: '30' },
  },
});
const rounds = Number(values.rounds);

const server = createRawHttpServer(() => ({ status: 200, headers: [], body: 'ok' }));
const api = `http://127.0.0.1:${await listen(server, '127.0.0.1')}`;
const { origin, close: closePage } = await startBlankPage();
const args = ['--enable-precise-memory-info', '--js-flags=--expose-gc'];
const { browser, extensionId, close } = await launchChromium({ args });
const [page = await browser.newPage()] = await browser.pages();
await page.goto(`${origin}/`);
const { panel, devtools } = await openPanel(page, extensionId);
const empty = await heap(panel);
const stored = storedExchanges(Number(values.rows), { tabId: await inspectedTabId(panel), origin });
await store(panel, stored);

await noteOpening(panel, browser, sizeOfFirstGroup([...stored.values()]));
const opened: number[] = [];
const filled: number[] = [];
for (let round = 0; round < rounds; round++) {
  const { first, all } = await open(panel);
  opened.push(first);
  filled.push(all);
}
const memory = (await heap(panel)) - empty;
await clickHidePassed(panel);
const filters = ['8003', 'is:failed', 'x-id', 'method:POST domain:8007', '-is:passed -8003', 'api.ts:4', ''];
const filtered: number[] = [];
await panel.focus('input[type=search]');
for (const filter of filters) filtered.push(await typeFilter(panel, filter));
const wheeled = await turnWheel(panel, devtools);
const leapt = await leap(panel);
const shown = await failures(panel, page, Number(values.calls));
const woken: number[] = [];
for (let round = 0; round < rounds; round++) {
  await stopWorker(browser, extensionId);
  woken.push(await wake(panel));
}

report(`First rows, ${rounds} times`, opened, 500);
report(`All ${values.rows} rows, ${rounds} times`, filled, 500);
report(`A filter, ${filtered.length} different ones`, filtered, 50);
report('Tasks over 50 ms while scrolling (0: none)', wheeled, 50);
report('The same while leaping through the list', leapt, 50);
report(`From loadingFailed to the row, ${shown.length} times`, shown, 100);
report(`From a stopped worker to its answer, ${rounds} times`, woken);
console.log(`Memory of the rows: ${(memory / 2 ** 20).toFixed(0)} MiB`);
await close();
await closePage();
process.exit(0);

function report(what: string, times: readonly number[], limit?: number): void {
  const sorted = times.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const figures = `median ${median.toFixed(0)} ms, slowest ${(sorted.at(-1) ?? Number.NaN).toFixed(0)} ms`;
  console.log(`${what.padEnd(48)} ${figures}${limit === undefined ? '' : ` (limit: ${limit} ms)`}`);
}

/** @returns how long a worker that has to be started takes to answer, with all rows in its store, in ms */
async function wake(panel: Frame): Promise<number> {
  return await panel.evaluate(async () => {
    const started = performance.now();
    await chrome.runtime.sendMessage({ type: 'wake' });
    return performance.now() - started;
  });
}

/** How many requests the list's first group holds once all are in. */
function sizeOfFirstGroup(stored: readonly string[]): number {
  const records = stored.map(parseExchangeRecord).filter((record) => record !== null);
  const exchanges = records.map(toExchange).filter((exchange) => exchange !== null);
  return groupsOf(exchanges.map((exchange) => judge(exchange)))[0]?.requests ?? 0;
}

/** Has the panel note, each time it is loaded, in which frame its first rows are there and in which all of them are. */
async function noteOpening(panel: Frame, browser: Browser, firstGroup: number): Promise<void> {
  const target = await browser.waitForTarget((one) => one.url() === panel.url());
  const session = await target.createCDPSession();
  await session.send('Page.enable');
  const source = watchRows(`${firstGroup} requests`);
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source });
}

/** Runs in the panel before its own script; text, since tsx adds what a page doesn't have. */
function watchRows(all: string): string {
  return `
  requestAnimationFrame(function look() {
    const row = document.querySelector('[role=treeitem][aria-level="2"]');
    if (row && performance.getEntriesByName('first rows').length === 0) performance.mark('first rows');
    if (document.querySelector('[role=treeitem]')?.textContent.includes(${JSON.stringify(all)})) performance.mark('all rows');
    else requestAnimationFrame(look);
  });`;
}

/** Loads the panel anew. @returns after how many ms the first rows are there, and after how many all are */
async function open(panel: Frame): Promise<{ first: number; all: number }> {
  const before = await panel.evaluate(() => {
    setTimeout(() => location.reload());
    return performance.timeOrigin;
  });
  const noted = await panel.waitForFunction(
    (old) => performance.timeOrigin !== old && performance.getEntriesByName('all rows').length > 0,
    { polling: 100 },
    before,
  );
  await noted.dispose();
  const [first = Number.NaN, all = Number.NaN] = await panel.evaluate(() =>
    ['first rows', 'all rows'].map((name) => performance.getEntriesByName(name)[0]?.startTime),
  );
  return { first, all };
}

async function clickHidePassed(panel: Frame): Promise<void> {
  await (await panel.waitForSelector('::-p-aria(Hide passed[role="checkbox"])'))?.click();
}

/** @returns how long it takes until what matches is painted, in ms */
async function typeFilter(panel: Frame, filter: string): Promise<number> {
  return await panel.$eval(
    'input[type=search]',
    async (input, text) => {
      const started = performance.now();
      (input as HTMLInputElement).value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - started;
    },
    filter,
  );
}

/** Turns the mouse wheel over the list. @returns the longest tasks of the panel meanwhile, in ms */
async function turnWheel(panel: Frame, devtools: Page): Promise<readonly number[]> {
  const list = await panel.waitForSelector('[role=tree]');
  const box = await list?.boundingBox();
  await devtools.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 100);
  return await longTasks(panel, async () => {
    for (let turn = 0; turn < 100; turn++) await devtools.mouse.wheel({ deltaY: 400 });
  });
}

/** Leaps through the list, a hundredth of it in each frame, as when the scroll bar is dragged. @returns the same */
async function leap(panel: Frame): Promise<readonly number[]> {
  return await longTasks(panel, () =>
    panel.$eval('[role=tree]', async (element) => {
      // Read once: to ask for it while something has changed would be a layout of the bench's own.
      const step = element.scrollHeight / 100;
      for (let at = 0; at < 100; at++) {
        element.scrollTop = step * at;
        await new Promise(requestAnimationFrame);
      }
    }),
  );
}

async function longTasks(panel: Frame, work: () => Promise<void>): Promise<readonly number[]> {
  const tasks = await panel.evaluateHandle(async () => {
    // What was asked for before is no part of it.
    await new Promise((resolve) => requestIdleCallback(resolve));
    const durations: number[] = [0];
    new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
    return durations;
  });
  await work();
  return await tasks.jsonValue();
}

/** Calls that fail, one after the other. @returns from the browser's own loadingFailed to the row on the screen, in ms */
async function failures(panel: Frame, page: Page, calls: number): Promise<readonly number[]> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  const clocks = new Map<string, number>();
  let failedAt = 0;
  session.on('Network.requestWillBeSent', ({ requestId, wallTime, timestamp }) => {
    clocks.set(requestId, wallTime - timestamp);
  });
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    failedAt = ((clocks.get(requestId) ?? Number.NaN) + timestamp) * 1_000;
  });
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const path = `/bench-new-${call}-`;
    // Only rows in view are drawn: alone in the list, it is.
    await typeFilter(panel, path.slice(1));
    const shown = panel.waitForFunction(
      (wanted) =>
        document.querySelector('[role=treeitem]')?.parentElement?.textContent?.includes(wanted) && Date.now(),
      { polling: 'raf' },
      path.slice(1),
    );
    await page.evaluate((url) => fetch(url).catch(() => null), `${api}${path}`);
    times.push(Number(await (await shown).jsonValue()) - failedAt);
  }
  return times;
}

/** @returns the bytes that the panel holds. Of a page that was reloaded, one collection leaves most of the old page. */
async function heap(panel: Frame): Promise<number> {
  return await panel.evaluate(async () => {
    const { gc } = globalThis as unknown as { gc?: () => void };
    for (let round = 0; round < 3; round++) {
      gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  });
}
