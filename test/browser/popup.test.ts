import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { noDeclaredRules } from './support/declared-rules.ts';
import { openPageWithApi } from './support/page-with-api.ts';
import { shareChromium } from './support/shared-chromium.ts';

const UNWATCHED = 'app.example.test';
const chromium = shareChromium();

/** A page of whose calls three were blocked. */
async function start() {
  const opened = await openPageWithApi(chromium, () => httpAnswer(200, []));
  const { api, origin, page, tabId } = opened;
  await verdictsOn(
    page,
    [1, 2, 3].map((n) => ({ url: `${api.origin}/${n}` })),
  );
  const override = { type: 'setOverride', tabId, pageOrigin: origin, targetOrigin: api.origin };
  return { ...opened, override };
}

async function waitForBadge(extension: Page, tabId: number, text: string): Promise<void> {
  await extension.waitForFunction(
    async (tab, wanted) => (await chrome.action.getBadgeText({ tabId: tab })) === wanted,
    { polling: 20 },
    tabId,
    text,
  );
}

function tooltipOf(extension: Page, tabId: number): Promise<string> {
  return extension.evaluate((tab) => chrome.action.getTitle({ tabId: tab }), tabId);
}

function waitForPopup(popup: Page, ...words: readonly string[]): Promise<void> {
  return waitForPanelText(popup, words);
}

/** The causes that the popup lists, each with its count. */
function causesIn(popup: Page): Promise<(string | null)[]> {
  return popup.$$eval('li', (items) => items.map(({ textContent }) => textContent));
}

test('the badge counts the blocked requests of its tab', async () => {
  const { extension, tabId } = await start();
  await waitForBadge(extension, tabId, '3');
  expect(await tooltipOf(extension, tabId)).toBe('Preflight Inspector: 3 requests blocked');
});

test('the badge of one says so in the singular, and of a hundred that there are many', async () => {
  const { api, page, extension, tabId } = await start();
  await waitForBadge(extension, tabId, '3');
  await page.reload();
  await verdictsOn(page, [{ url: `${api.origin}/one` }]);
  await waitForBadge(extension, tabId, '1');
  expect(await tooltipOf(extension, tabId)).toBe('Preflight Inspector: 1 request blocked');
  await verdictsOn(
    page,
    Array.from({ length: 99 }, (_, index) => ({ url: `${api.origin}/many-${index}` })),
  );
  await waitForBadge(extension, tabId, '99+');
  expect(await tooltipOf(extension, tabId)).toBe('Preflight Inspector: 100 requests blocked');
});

test('the badge says nothing of a page that is not watched, whatever was there before', async () => {
  const { page, origin, extension, tabId } = await start();
  await waitForBadge(extension, tabId, '3');
  await page.goto(origin.replace('localhost', UNWATCHED));
  await waitForBadge(extension, tabId, '');
  // It is painted anew once more, when the page has loaded.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await waitForBadge(extension, tabId, '');
  expect(await tooltipOf(extension, tabId)).toBe('Preflight Inspector');
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, 'Not watching this page', 'Press F12 on the failing page, then CORS');
});

test('with DevTools open, what it tells of such a page counts', async () => {
  const { api, origin, page, extension, tabId } = await start();
  await page.goto(origin.replace('localhost', UNWATCHED));
  await chromium.openPanel(page);
  await verdictsOn(page, [{ url: `${api.origin}/from-elsewhere` }]);
  await waitForBadge(extension, tabId, '1');
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, '1 request blocked', 'No Access-Control-Allow-Origin');
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
  expect(await tooltipOf(extension, tabId)).toBe('Preflight Inspector: override on, 3 requests blocked');
  await sendMessage(extension, { ...override, enabled: false });
  await waitForBadge(extension, tabId, '3');
});

test('the popup says how many requests were blocked, and by what', async () => {
  const { api, page } = await start();
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, '3 requests blocked, 1 cause', 'Press F12, then the CORS tab');
  const host = new URL(api.origin).host;
  expect(await causesIn(popup)).toEqual([`No Access-Control-Allow-Origin ${host} ×3`]);
  await verdictsOn(page, [{ url: `${api.origin}/4` }, { url: `${api.origin}/5` }]);
  await waitForPopup(popup, '5 requests blocked, 1 cause');
  expect(await causesIn(popup)).toEqual([`No Access-Control-Allow-Origin ${host} ×5`]);
});

test('the popup counts causes one by one', async () => {
  const { api, page } = await start();
  const strict = await chromium.started(
    startRawServer(({ headers }) =>
      httpAnswer(204, [['Access-Control-Allow-Origin', headers.get('origin') ?? 'none']]),
    ),
  );
  await verdictsOn(page, [{ url: `${strict.origin}/`, headers: { 'x-one': '1' } }]);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, '4 requests blocked, 2 causes');
  expect(await causesIn(popup)).toEqual([
    `No Access-Control-Allow-Origin ${new URL(api.origin).host} ×3`,
    `x-one not allowed ${new URL(strict.origin).host} ×1`,
  ]);
});

test('the popup of a page without blocked requests says so', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, 'No blocked requests on this page', 'Press F12');
});

test('the popup says that an override is on, and one click turns it off', async () => {
  const { api, origin, page, extension, override } = await start();
  await sendMessage(extension, { ...override, enabled: true });
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPopup(popup, 'Override on', new URL(origin).host, new URL(api.origin).host, '60 min left');
  await click(popup, '::-p-aria([role="button"])');
  await noDeclaredRules(extension);
  await popup.waitForFunction(() => document.querySelector('button') === null, { polling: 20 });
  expect((await verdictsOn(page, [{ url: `${api.origin}/off` }]))[0]?.passed).toBe(false);
});
