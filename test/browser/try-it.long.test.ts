import type { Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { CHROME, type Exchange } from '../../src/cors/index.ts';
import { explain } from '../../src/explain/index.ts';
import { FileReading, readPasted } from '../../src/file/index.ts';
import example from '../../src/panel/file/example.json' with { type: 'json' };
import { startGalleryPage } from '../demo/demo-page.ts';
import { judge } from '../explain/judge.ts';
import { sampleContext } from '../explain/sample-context.ts';
import { click } from './harness/click.ts';
import { panelText, waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { violations } from './support/axe.ts';
import { startBlankPage } from './support/blank-page.ts';
import { keyboardIn } from './support/keyboard.ts';
import { ask, startWatchedMainJob } from './support/main-job.ts';
import { openFilePage } from './support/open-file.ts';
import { overflowing } from './support/overflow.ts';
import { waitForDetail } from './support/panel-view.ts';
import { recordedHar } from './support/recorded-har.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

const TRY_IT = 'Try it here, on an example';
const SHOWN = [
  'Example, recorded in advance',
  'Nothing is sent',
  'x-stainless-timeout',
  'Fix it for everyone',
];

test('the empty panel shows an example by keyboard, stores nothing, and comes back to where it was', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const shown = await chromium.openInspected(`${origin}/`);
  const { panel } = shown;
  await waitForPanelText(panel, ['Nothing seen yet', 'Make the call again', 'No failing call at hand?']);
  const stored = () => panel.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
  const before = await stored();
  const keyboard = await keyboardIn(shown);
  await keyboard.tabTo('button', TRY_IT);
  await keyboard.press('Enter');
  await waitForPanelText(panel, SHOWN);
  const text = await panelText(panel);
  for (const absent of ['Just for me, now', 'Preserve log', 'Ask the server again', 'A ticket holds']) {
    expect(text).not.toContain(absent);
  }
  expect(await stored()).toBe(before);
  expect((await keyboard.focused()).name).toBe('Close the example');
  await keyboard.press('Enter');
  await waitForPanelText(panel, ['Nothing seen yet', 'Preserve log']);
  await expect.poll(async () => (await keyboard.focused()).name).toBe(TRY_IT);
});

test('where the page is none of the web, the example is there as well', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await page.goto('chrome://version/');
  await waitForPanelText(panel, ["isn't on the web", 'No failing call at hand?']);
  await click(panel, `::-p-aria(${TRY_IT}[role="button"])`);
  await waitForPanelText(panel, SHOWN);
});

test('a gallery that a tab has is shown instead, and no request is made for that', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const { panel } = await chromium.openInspected(`${origin}/`);
  const gallery = await chromium.started(startGalleryPage(await chromium.demoPage(), {}));
  const page = await chromium.openPage(`${gallery.origin}/`);
  await chromium.openPage(`${origin}/`);
  expect(await isInFront(page)).toBe(false);
  await click(panel, `::-p-aria(${TRY_IT}[role="button"])`);
  await expect.poll(() => isInFront(page)).toBe(true);
  expect(await panelText(panel)).toContain('Nothing seen yet');
});

function isInFront(page: Page): Promise<boolean> {
  return page.evaluate(() => document.visibilityState === 'visible');
}

test('in the gallery itself, before its first call, the example is shown', async () => {
  const gallery = await chromium.started(startGalleryPage(await chromium.demoPage(), {}));
  const { panel } = await chromium.openInspected(`${gallery.origin}/`);
  await click(panel, `::-p-aria(${TRY_IT}[role="button"])`);
  await waitForPanelText(panel, SHOWN);
});

test('the popup of a page without blocked calls leads to the example, in a tab of its own', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const popup = await openPopup(
    chromium.browser,
    chromium.extensionId,
    await chromium.openPage(`${origin}/`),
  );
  await waitForPanelText(popup, ['No blocked requests on this page', TRY_IT]);
  // The popup is gone before it could answer.
  await popup.$eval('a[href$="#try-it"]', (link) => link.click()).catch(() => {});
  const page = await vi.waitFor(
    async () => {
      const found = (await chromium.browser.pages()).find((one) => one.url().endsWith('#try-it'));
      if (found === undefined) throw new Error('No tab has been opened.');
      return found;
    },
    { timeout: 5_000 },
  );
  await waitForPanelText(page, SHOWN);
  await click(page, '::-p-aria(Close the example[role="button"])');
  await waitForPanelText(page, ['Drop a HAR file here', TRY_IT]);
  await page.close();
});

test('in a narrow tab of its own nothing overflows, and axe finds nothing', async () => {
  const page = await openFilePage(chromium);
  await page.setViewport({ width: 360, height: 600 });
  await click(page, `::-p-aria(${TRY_IT}[role="button"])`);
  await waitForPanelText(page, SHOWN);
  expect(await overflowing(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  expect(await violations(page, true)).toEqual([]);
});

test('what is shown is what the real client and the real browser do', async () => {
  const { ollama, pageOrigin, page, panel } = await startWatchedMainJob(chromium);
  await ask(page, '4');
  await waitForDetail(panel, ['x-stainless-timeout']);
  const har = (await recordedHar(panel))
    .replaceAll(pageOrigin, 'http://localhost:5173')
    .replaceAll(ollama.origin, 'http://127.0.0.1:11434');
  const reading = new FileReading(CHROME);
  reading.push(har);
  const [live] = exchangesIn(reading.end());
  const [built] = exchangesIn(readPasted(JSON.stringify(example), CHROME));
  expect(said(built)).toEqual(said(live));
  expect(said(built)).toMatchObject({ cause: 'sdk-header' });
});

function exchangesIn(content: ReturnType<FileReading['end']>): readonly Exchange[] {
  return content.type === 'content' ? content.exchanges : [];
}

/** All that the panel says of a call, but for the line of code and when it was. */
function said(exchange: Exchange | undefined): unknown {
  if (exchange === undefined) throw new Error('There is no call.');
  const { cause, headline, facts, faults, answerer, consoleLine, onServer } = explain(
    judge(exchange),
    sampleContext(exchange),
  );
  return { cause: cause?.id, headline, facts, faults, answerer, consoleLine, onServer };
}
