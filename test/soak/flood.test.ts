import { afterAll, expect, test } from 'vitest';
import { inspectedTabId } from '../browser/harness/devtools-panel.ts';
import { waitForWorker } from '../browser/harness/worker.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { reportWhen } from '../browser/support/settled-report.ts';
import { ownChromium } from '../browser/support/shared-chromium.ts';
import { listen } from '../servers/listen.ts';
import { createRawHttpServer } from '../servers/raw-http.ts';

const MINUTES = 5;
/** As many as the machine can make, at most. */
const PER_MINUTE = 20_000;
/** The worker's bounded lists are full after so many calls. From then on its memory is to stay. */
const FULL_AFTER = 16_000;
/** Of the newest calls, so many have to be there. */
const NEWEST = 500;
/** So many are under way at most: of some thousands Chrome would refuse to send any more. */
const UNDER_WAY = 500;

// Its connections are kept, as any server's that is to bear a flood.
const server = createRawHttpServer(() => ({ status: 200, headers: [], body: '' }));
const api = `http://127.0.0.1:${await listen(server, '127.0.0.1')}`;
afterAll(() => void server.close());
const chromium = ownChromium();

test(
  `blocked calls, up to ${PER_MINUTE} a minute, for ${MINUTES} minutes: the newest are there, and the memory stays`,
  async () => {
    const { origin } = await chromium.started(startBlankPage());
    const { page, panel } = await chromium.openInspected(`${origin}/`);
    const tabId = await inspectedTabId(panel);
    const worker = await waitForWorker(chromium.browser, chromium.extensionId);
    /** In MB, once what ended with the flood is over for the ledger, too: it forgets as new events come in. */
    const heapOf = async () => {
      await new Promise((resolve) => setTimeout(resolve, 7_000));
      await page.evaluate((url) => fetch(url).catch(() => {}), `${api}/quiet?${sent}`);
      await worker.client.send('HeapProfiler.collectGarbage');
      const { usedSize } = await worker.client.send('Runtime.getHeapUsage');
      return usedSize / 2 ** 20;
    };
    /** From when on the bounded lists were full. */
    const heaps: number[] = [];
    const answers: number[] = [];
    let sent = 0;
    for (let minute = 0; minute < MINUTES; minute++) {
      const flood = page.evaluate(
        async (url, from, count, most) => {
          const started = performance.now();
          let made = 0;
          const waiting = new Set<Promise<unknown>>();
          for (let share = 0; share < 1; ) {
            share = Math.min(1, (performance.now() - started) / 60_000);
            for (; made < share * count && waiting.size < most; made++) {
              const call: Promise<unknown> = fetch(`${url}/${from + made}`)
                .catch(() => {})
                .finally(() => waiting.delete(call));
              waiting.add(call);
            }
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
          await Promise.all(waiting);
          return made;
        },
        api,
        sent,
        PER_MINUTE,
        UNDER_WAY,
      );
      const clicking = setInterval(async () => {
        const clicked = performance.now();
        await panel.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve))).catch(() => {});
        answers.push(performance.now() - clicked);
      }, 1_000);
      const made = await flood.finally(() => clearInterval(clicking));
      sent += made;
      const heap = await heapOf();
      if (sent >= FULL_AFTER) heaps.push(heap);
      console.log(`minute ${minute + 1}: ${made} calls, then the worker's heap is ${heap.toFixed(1)} MB`);
    }
    const isThere = (url: string | undefined) => url === `${api}/${sent - 1}`;
    const { exchanges } = await reportWhen(panel, tabId, (all) => all.some(({ url }) => isThere(url)));
    const newest = new Map(exchanges.map((exchange) => [exchange.url, exchange]));
    const missing = Array.from({ length: NEWEST }, (_, index) => `${api}/${sent - 1 - index}`).filter(
      (url) => newest.get(url)?.outcome !== 'blocked',
    );
    answers.sort((one, other) => one - other);
    console.log(
      `${exchanges.length} kept, ${missing.length} of the newest ${NEWEST} missing; the panel answers in ${answers[Math.floor(answers.length / 2)]?.toFixed(0)} ms (median), ${answers.at(-1)?.toFixed(0)} ms at worst`,
    );
    expect(missing).toEqual([]);
    expect(exchanges.length).toBe(newest.size);
    expect(heaps.length).toBeGreaterThan(1);
    expect(heaps.at(-1)).toBeLessThan((heaps[0] ?? 0) * 1.1);
  },
  20 * 60_000,
);
