import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Consent } from '../../src/override/consent.ts';
import { openExtensionPage, sendMessage, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { listen } from '../servers/listen.ts';
import { createRawHttpServer } from '../servers/raw-http.ts';
import { median, spread } from './statistics.ts';

// What an override costs the requests of its tab that it is not for: npm run bench:override
// Each round measures every arm once, in another order, so that what else the machine does falls on all alike.
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '40' }, calls: { type: 'string', default: '25' } },
});

interface Arm {
  readonly name: string;
  /** The consents of the override that is on; null: none is. */
  readonly allow: readonly Consent[] | null;
}

/** The first is what the others are compared with; the second is the same again. */
const ARMS: readonly Arm[] = [
  { name: 'off', allow: null },
  { name: 'off, once more (A/A)', allow: null },
  { name: 'on, by response headers', allow: [] },
  { name: 'on, answering preflights', allow: ['answer-preflight'] },
];

/** Calls of the page, one after the other. @returns how long one took, in ms */
async function measure(page: Page, url: string, calls: number, preflighted: boolean): Promise<number> {
  return await page.evaluate(
    async (target, count, headers) => {
      for (let warm = 0; warm < 3; warm++) await (await fetch(target, { headers })).text();
      const started = performance.now();
      for (let call = 0; call < count; call++) await (await fetch(target, { headers })).text();
      return (performance.now() - started) / count;
    },
    url,
    calls,
    preflighted ? { 'x-asked': '1' } : {},
  );
}

const create = () =>
  createRawHttpServer(({ isPreflight }) => ({
    status: isPreflight ? 204 : 200,
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', '*'],
      ['Access-Control-Max-Age', '0'],
      ['Cache-Control', 'no-store'],
    ],
    body: 'ok',
  }));
const [overridden, other] = [create(), create()];
const [targetPort, otherPort] = [await listen(overridden, '127.0.0.1'), await listen(other, '127.0.0.1')];
const { origin: pageOrigin } = await startBlankPage();
const { browser, extensionId, close } = await launchChromium();
const page = await browser.newPage();
await page.goto(`${pageOrigin}/`);
const extension = await openExtensionPage(browser, extensionId);
const tabId = await tabIdOf(extension, `${pageOrigin}/`);
await page.bringToFront();
const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: `http://127.0.0.1:${targetPort}` };

for (const preflighted of [false, true]) {
  const taken = new Map(ARMS.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < Number(values.rounds); round++) {
    const order = [...ARMS.slice(round % ARMS.length), ...ARMS.slice(0, round % ARMS.length)];
    for (const { name, allow } of order) {
      await sendMessage(extension, { ...command, enabled: allow !== null, ...(allow ? { allow } : {}) });
      const time = await measure(page, `http://127.0.0.1:${otherPort}/`, Number(values.calls), preflighted);
      taken.get(name)?.push(time);
      await sendMessage(extension, { ...command, enabled: false });
      await sendMessage(extension, { type: 'clearExchanges', tabId });
    }
  }
  const base = taken.get(ARMS[0]?.name ?? '') ?? [];
  console.log(preflighted ? 'Preflighted calls to another target:' : 'Simple calls to another target:');
  for (const [name, times] of taken) {
    const ratios = times.map((time, round) => time / (base[round] ?? Number.NaN));
    const line = `${median(times).toFixed(2)} ms a call, ratio ${median(ratios).toFixed(2)} (10–90 %: ${spread(ratios)})`;
    console.log(`  ${name.padEnd(26)} ${line}`);
  }
}
await close();
process.exit(0);
