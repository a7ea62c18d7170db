import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openExtensionPage, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { stopWorker } from '../browser/harness/worker.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { shareChromium } from '../browser/support/chromium-per-file.ts';
import { settledExchanges } from '../browser/support/settled-report.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { seedOf } from './seed.ts';

const ROUNDS = 200;
const CALLS = 10;
/** The calls begin within this time, and the worker is stopped at some moment of it, in ms. */
const WITHIN = 300;

const chromium = shareChromium();
const CONTROL = fileURLToPath(new URL('./control', import.meta.url));

interface Round {
  readonly stopAt: number;
  readonly calls: readonly { readonly at: number; readonly preflighted: boolean; readonly latency: number }[];
}

const moment = fc.integer({ min: 0, max: WITHIN });
const rounds: fc.Arbitrary<Round> = fc.record({
  stopAt: moment,
  calls: fc.array(
    fc.record({ at: moment, preflighted: fc.boolean(), latency: fc.constantFrom(0, 0, 5, 30, 150) }),
    { minLength: CALLS, maxLength: CALLS },
  ),
});

test(
  `${ROUNDS} times the worker is stopped among ${CALLS} calls that fail: none is lost, none is doubled`,
  async () => {
    const seed = seedOf();
    console.log(`seed ${seed}`);
    const api = await chromium.started(
      startRawServer(async ({ path }) => {
        const latency = Number(new URLSearchParams(path.split('?')[1]).get('latency'));
        await new Promise((resolve) => setTimeout(resolve, latency));
        return httpAnswer(200, []);
      }),
    );
    const { browser, extensionId } = chromium;
    const controlId = await browser.installExtension(CONTROL);
    const control = await openExtensionPage(browser, controlId, 'page.html');
    const { origin } = await chromium.started(startBlankPage());
    const page = await chromium.openPage(`${origin}/`);
    const extension = await chromium.openExtensionPage();
    const tabId = await tabIdOf(extension, `${origin}/`);
    const lost: string[] = [];
    const wrong: string[] = [];
    const untold: string[] = [];

    for (const [index, { stopAt, calls }] of fc.sample(rounds, { seed, numRuns: ROUNDS }).entries()) {
      const asked = calls.map(({ at, preflighted, latency }, call) => {
        return { at, preflighted, url: `${api.origin}/${index}/${call}?latency=${latency}` };
      });
      const sent = page.evaluate(
        (all) =>
          Promise.all(
            all.map(async ({ url, at, preflighted }) => {
              await new Promise((resolve) => setTimeout(resolve, at));
              const headers = preflighted ? { 'x-asked': '1' } : {};
              await fetch(url, { headers }).catch(() => {});
            }),
          ).then(() => {}),
        asked,
      );
      await new Promise((resolve) => setTimeout(resolve, stopAt));
      await stopWorker(browser, extensionId);
      await sent;
      const told = new Set(await control.evaluate(() => Object.keys((globalThis as never as Told).ended)));
      const exchanges = await settledExchanges(
        extension,
        tabId,
        asked.filter(({ url }) => told.has(url)).length,
      );
      for (const { url } of asked) {
        const rows = exchanges.filter((exchange) => exchange.url === url);
        if (!told.has(url)) untold.push(url);
        else if (rows.length === 0) lost.push(url);
        if (rows.length > 1 || rows.some(({ outcome }) => outcome !== 'blocked')) {
          wrong.push(`${url}: ${rows.map(({ outcome }) => outcome).join(', ')}`);
        }
      }
      await sendCommand(extension, { type: 'clearExchanges', tabId });
    }
    console.log(
      `${ROUNDS * CALLS} calls, ${lost.length} lost, ${wrong.length} doubled or told wrongly; ${untold.length} of which the browser told nobody`,
    );
    expect({ lost, wrong }).toEqual({ lost: [], wrong: [] });
  },
  30 * 60_000,
);

/** What the control listener's page has heard, by URL. */
interface Told {
  readonly ended: Readonly<Record<string, number>>;
}
