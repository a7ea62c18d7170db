import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { waitForWorker } from './harness/worker.ts';
import { violations } from './support/axe.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { clipboardText, copyToClipboard } from './support/clipboard.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const BEFORE = 'what was there before';

/** A page of whose calls two were blocked by one cause, and one by another. */
async function start() {
  const silent = await chromium.started(startRawServer(() => httpAnswer(500, [])));
  const strict = await chromium.started(
    startRawServer(({ headers }) =>
      httpAnswer(204, [['Access-Control-Allow-Origin', headers.get('origin') ?? 'none']]),
    ),
  );
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  await verdictsOn(page, [
    { url: `${silent.origin}/once` },
    ...['a', 'b'].map((name) => ({ url: `${strict.origin}/${name}`, headers: { 'x-one': 's3cret' } })),
  ]);
  await copyToClipboard(chromium, BEFORE);
  await page.bringToFront();
  return { page, strict };
}

/** Tells the worker what Chrome does when the user presses the keys: nobody but a person can press them. */
async function pressShortcut(): Promise<void> {
  const worker = await waitForWorker(chromium.browser, chromium.extensionId);
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
    const event: unknown = chrome.commands.onCommand;
    if (typeof event !== 'object' || event === null || !('dispatch' in event))
      throw new Error('No dispatch.');
    if (typeof event.dispatch === 'function') event.dispatch('copy-for-agent', tab);
  });
}

async function copyPage(known: ReadonlySet<unknown>): Promise<Page> {
  const target = await chromium.browser.waitForTarget(
    (candidate) => !known.has(candidate) && candidate.url().endsWith('/src/popup/copy.html'),
    { timeout: 10_000 },
  );
  return await target.asPage();
}

test('Chrome gives both commands the keys that are suggested', async () => {
  const extension = await chromium.openExtensionPage();
  const commands = await extension.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual([
    ['_execute_action', 'Alt+Shift+O'],
    ['copy-for-agent', 'Alt+Shift+Y'],
  ]);
});

test('the shortcut copies the cause that blocked most, and says so', async () => {
  const { strict } = await start();
  const known = new Set(chromium.browser.targets());
  await pressShortcut();
  const popup = await copyPage(known);
  await waitForPanelText(popup, [
    'Copied. Paste it to your coding agent.',
    'x-one',
    new URL(strict.origin).host,
  ]);
  expect(await violations(popup)).toEqual([]);
  const text = await clipboardText(chromium);
  expect(text).toMatch(/^# CORS: 2 requests, 1 cause\n/);
  expect(text).toContain(`- \`GET ${strict.origin}/b\``);
  expect(text).not.toContain('s3cret');
});

test('the shortcut works with DevTools open in a window of its own', async () => {
  const { page } = await start();
  await chromium.openPanel(page);
  const known = new Set(chromium.browser.targets());
  await pressShortcut();
  const popup = await copyPage(known);
  await waitForPanelText(popup, ['Copied. Paste it to your coding agent.', 'x-one']);
});

test('the popup has a link for it, and leads back', async () => {
  const { page } = await start();
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPanelText(popup, ['3 requests blocked, 2 causes']);
  await click(popup, '::-p-aria(Copy for a coding agent[role="link"])').catch(() => {});
  await waitForPanelText(popup, ['Copied. Paste it to your coding agent.']);
  await click(popup, '::-p-aria(Back[role="link"])').catch(() => {});
  await waitForPanelText(popup, ['3 requests blocked, 2 causes']);
  expect(await clipboardText(chromium)).toContain('x-one');
});

test('a popup that the user opens copies nothing by itself', async () => {
  const { page } = await start();
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPanelText(popup, ['3 requests blocked', 'Copy for a coding agent']);
  expect(await clipboardText(chromium)).toBe(BEFORE);
});

test('where nothing was blocked, the shortcut says that, and leaves the clipboard alone', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  await copyToClipboard(chromium, BEFORE);
  await page.bringToFront();
  const known = new Set(chromium.browser.targets());
  await pressShortcut();
  const popup = await copyPage(known);
  await waitForPanelText(popup, ['Nothing was blocked in this tab']);
  expect(await popup.$('button')).toBeNull();
  expect(await clipboardText(chromium)).toBe(BEFORE);
});
