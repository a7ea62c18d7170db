import type { Page } from 'puppeteer-core';
import { openExtensionPage, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { stopWorker } from '../browser/harness/worker.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { store, storedExchanges } from '../browser/support/stored-exchanges.ts';
import { median } from './statistics.ts';

// How fast a worker that was stopped answers, with an empty store and a full one: npm run bench:start
const ROUNDS = 15;
/** Two tabs with as much as is kept of each, in calls of usual size: 7.75 million characters. */
const CALLS = 1_250;
const CHARACTERS = 3_100;
/** Since when they are over, in ms. */
const AGO = 3_600_000;

const { origin, close: closePage } = await startBlankPage();

interface Arm {
  readonly name: string;
  readonly close: () => Promise<void>;
  /** In ms. */
  ask(): Promise<number>;
}

async function prepare(name: string, isFull: boolean): Promise<Arm> {
  const { browser, extensionId, close } = await launchChromium();
  const page = await openExtensionPage(browser, extensionId);
  for (const tab of ['', 'one', 'other']) await (await browser.newPage()).goto(`${origin}/#${tab}`);
  const idle = await tabIdOf(page, `${origin}/#`);
  for (const tab of isFull ? ['one', 'other'] : []) {
    const tabId = await tabIdOf(page, `${origin}/#${tab}`);
    const stored = storedExchanges(CALLS, { tabId, origin, since: Date.now() - AGO });
    // JSON may end in spaces.
    await store(page, new Map([...stored].map(([key, text]) => [key, text.padEnd(CHARACTERS)])));
  }
  const ask = async () => {
    await stopWorker(browser, extensionId);
    const began = performance.now();
    await sendCommand(page, { type: 'clearExchanges', tabId: idle });
    return performance.now() - began;
  };
  // The first worker after that doesn't know them from its index yet.
  await ask();
  await settle(page);
  return { name, close, ask };
}

/** Waits until the index is written. */
async function settle(page: Page): Promise<void> {
  let before = -1;
  for (let size = 0; size !== before; ) {
    before = size;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    size = await page.evaluate(async () => {
      const keys = (await chrome.storage.session.getKeys()).filter((key) => key.startsWith('index/'));
      return JSON.stringify(await chrome.storage.session.get(keys)).length;
    });
  }
  console.log(`index of ${before} characters`);
}

const arms = [await prepare('empty', false), await prepare('full', true)];
const times = new Map(arms.map(({ name }) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, ask } of round % 2 === 0 ? arms : arms.toReversed()) times.get(name)?.push(await ask());
}
for (const { close } of arms) await close();
await closePage();

const medianOf = (name: string) => median(times.get(name) ?? []);
for (const [name, all] of times) {
  console.log(
    `${name.padEnd(6)} median ${medianOf(name).toFixed(0)} ms, of ${all.map((time) => time.toFixed(0)).join(' ')}`,
  );
}
console.log(
  `A cold worker's first answer takes ${(medianOf('full') / medianOf('empty')).toFixed(2)} times as long with a full store.`,
);
