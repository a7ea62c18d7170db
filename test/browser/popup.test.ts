import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { openPopup } from './harness/popup.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { shareChromium } from './support/chromium-per-file.ts';
import { noDeclaredRules } from './support/declared-rules.ts';

const chromium = shareChromium();

/** A page of whose calls three were blocked. */
async function start() {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${origin}/`);
  await verdictsOn(
    page,
    [1, 2, 3].map((n) => ({ url: `${api.origin}/${n}` })),
  );
  const override = { type: 'setOverride', tabId, pageOrigin: origin, targetOrigin: api.origin };
  return { api, origin, page, extension, tabId, override };
}

async function waitForBadge(extension: Page, tabId: number, text: string): Promise<void> {
  await extension.waitForFunction(
    async (tab, wanted) => (await chrome.action.getBadgeText({ tabId: tab })) === wanted,
    { polling: 20, timeout: 5_000 },
    tabId,
    text,
  );
}

async function waitForPopup(popup: Page, ...words: readonly string[]): Promise<void> {
  await popup.waitForFunction(
    (expected) => expected.every((word) => document.body.innerText.includes(word)),
    { polling: 20, timeout: 5_000 },
    words,
  );
}

test('the badge counts the blocked requests of its tab', async () => {
  const { extension, tabId } = await start();
  await waitForBadge(extension, tabId, '3');
});

test('the badge of another tab stays empty', async () => {
  const { extension, tabId, origin } = await start();
  await chromium.openPage(`${origin}/?other`);
  const other = await tabIdOf(extension, `${origin}/?other`);
  await waitForBadge(extension, tabId, '3');
  expect(await extension.evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), other)).toBe('');
});

test('the badge starts again with a new page', async () => {
  const { api, page, extension, tabId } = await start();
  await waitForBadge(extension, tabId, '3');
  await page.reload();
  await waitForBadge(extension, tabId, '');
  await verdictsOn(page, [{ url: `${api.origin}/again` }]);
  await waitForBadge(extension, tabId, '1');
});

test('the badge says that an override is on, and counts again once it is off', async () => {
  const { extension, tabId, override } = await start();
  await sendMessage(extension, { ...override, enabled: true });
  await waitForBadge(extension, tabId, 'ON');
  await sendMessage(extension, { ...override, enabled: false });
  await waitForBadge(extension, tabId, '3');
});

test('the popup says how many requests were blocked', async () => {
  const { page } = await start();
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, 'Blocked requests: 3');
});

test('the popup says that an override is on, and one click turns it off', async () => {
  const { api, origin, page, extension, override } = await start();
  await sendMessage(extension, { ...override, enabled: true });
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, 'Override on', new URL(origin).host, new URL(api.origin).host);
  await (await popup.waitForSelector('::-p-aria([role="button"])'))?.click();
  await noDeclaredRules(extension);
  await popup.waitForFunction(() => document.querySelector('button') === null, {
    polling: 20,
    timeout: 5_000,
  });
  expect((await verdictsOn(page, [{ url: `${api.origin}/off` }]))[0]?.passed).toBe(false);
});
