import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inspectedTabId } from '../browser/harness/devtools-panel.ts';
import { exportReport, sendCommand } from '../browser/harness/extension-page.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { reportWhen } from '../browser/support/settled-report.ts';
import { ownChromium } from '../browser/support/shared-chromium.ts';
import { watchErrors } from '../browser/support/watch-errors.ts';
import { startRawServer } from '../servers/raw.ts';
import { bytesOf, hostileAnswer, hostilePath } from './hostile-answer.ts';
import { seedOf } from './seed.ts';

const COUNT = 10_000;
const BATCH = 200;
/** Of each batch, so many are looked at in the panel. */
const SHOWN = 15;

const chromium = ownChromium();
const hostileCall = fc.record({ answer: hostileAnswer, path: hostilePath, preflighted: fc.boolean() });

test(
  `${COUNT} calls that are answered with anything at all: no error, and no element that isn't ours`,
  async () => {
    const seed = seedOf();
    console.log(`seed ${seed}`);
    const calls = fc.sample(hostileCall, { seed, numRuns: COUNT });
    const api = await chromium.started(
      startRawServer(({ path, isPreflight, headers }) => {
        const answer = calls[Number(path.split('/')[1])]?.answer;
        return bytesOf(
          (isPreflight ? answer?.preflight : answer?.response) ?? null,
          headers.get('origin') ?? '*',
        );
      }),
    );
    const { origin } = await chromium.started(startBlankPage());
    const page = await chromium.openPage(`${origin}/`);
    const { panel } = await chromium.openPanel(page);
    const tabId = await inspectedTabId(panel);
    const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
    const ours = elementsOfOurs();
    const elements = new Set<string>();
    let reported = 0;

    for (let from = 0; from < COUNT; from += BATCH) {
      const batch = calls.slice(from, from + BATCH).map(({ path, preflighted }, index) => {
        return {
          url: `${api.origin}/${from + index}/${path}`,
          headers: preflighted ? { 'x-asked': '1' } : {},
        };
      });
      await page.evaluate(
        (all) =>
          Promise.all(
            all.map(({ url, headers }) =>
              fetch(url, { headers, signal: AbortSignal.timeout(5_000) }).catch(() => {}),
            ),
          ).then(() => {}),
        batch,
      );
      const { exchanges } = await reportWhen(
        panel,
        tabId,
        (all) => all.filter(({ outcome }) => outcome !== 'pending').length >= BATCH,
      );
      reported += exchanges.length;
      for (const name of await readSome(panel)) elements.add(name);
      await sendCommand(panel, { type: 'clearExchanges', tabId });
      expect(watched.messages).toEqual([]);
    }
    const { exchanges } = await exportReport(panel, tabId);
    expect(exchanges).toEqual([]);
    console.log(`${reported} of ${COUNT} reported; elements in the panel: ${[...elements].sort().join(' ')}`);
    expect(reported).toBeGreaterThanOrEqual(COUNT);
    expect([...elements].filter((name) => !ours.has(name))).toEqual([]);
    expect(await panel.evaluate(() => 'hacked' in window)).toBe(false);
  },
  60 * 60_000,
);

/** What the panel is made of: the elements that its own sources write. */
function elementsOfOurs(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL('../../src/panel', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx|html)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const names = sources.flatMap((source) =>
    [...source.matchAll(/<([a-z][a-z\d]*)[\s/>]/g)].map(([, name]) => name),
  );
  // What the build puts into the page.
  return new Set([...names.filter((name) => name !== undefined), 'link']);
}

/** Goes through rows by keyboard, with all that is folded unfolded. @returns the names of all elements, and of attributes that run code */
async function readSome(panel: Frame): Promise<readonly string[]> {
  const names = new Set<string>();
  for (let row = 0; row < SHOWN; row++) {
    const seen = await panel.evaluate((first) => {
      const list = document.querySelector<HTMLElement>('[role=listbox], [role=tree]');
      list?.focus();
      list?.dispatchEvent(new KeyboardEvent('keydown', { key: first ? 'Home' : 'ArrowDown', bubbles: true }));
      for (const details of document.querySelectorAll('details')) details.open = true;
      return [...document.querySelectorAll('*')].flatMap((element) => [
        element.localName,
        ...element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'srcdoc'),
      ]);
    }, row === 0);
    for (const name of seen) names.add(name);
    await panel.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  return [...names];
}
