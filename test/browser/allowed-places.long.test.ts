import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { noDeclaredRules } from './support/declared-rules.ts';
import { changeSetting } from './support/extensions-page.ts';
import { detailText, switchOverride, waitForDetail } from './support/panel-view.ts';
import { passes } from './support/passes.ts';
import { settledExchanges } from './support/settled-report.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();
const EXTENSION = 'chrome-extension://';

async function startServers() {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  return { api, url: `${origin}/` };
}

/** Opens an incognito window, as only an extension that is allowed there can. */
async function openIncognito(extension: Page, url: string): Promise<Page> {
  await extension.evaluate((shown) => chrome.windows.create({ incognito: true, url: shown }), url);
  // Looked for again and again: waiting to be told of it was in vain once.
  return await vi.waitFor(
    async () => {
      const page = await chromium.browser
        .targets()
        .find((target) => target.url() === url)
        ?.page();
      if (page === undefined || page === null) throw new Error('The incognito window has no page.');
      return page;
    },
    { timeout: 20_000, interval: 50 },
  );
}

test('in an incognito tab there is no panel, unless the user allows it', async () => {
  const { url } = await startServers();
  const context = await chromium.started(chromium.browser.createBrowserContext());
  const page = await context.newPage();
  await page.goto(url);
  const devtools = await page.openDevTools();
  // By the time another tab has its panel, this one would have it, too.
  await chromium.openPanel(await chromium.openPage(url));
  expect(devtools.frames().filter((frame) => frame.url().startsWith(EXTENSION))).toEqual([]);
});

test('allowed in incognito, it explains and overrides there, for that tab alone, and forgets all with the tab', async () => {
  await changeSetting(chromium.browser, chromium.extensionId, { incognitoAccess: true });
  const { api, url } = await startServers();
  const extension = await chromium.openExtensionPage();
  const page = await openIncognito(extension, `${url}?incognito`);
  const { panel } = await chromium.openPanel(page);
  const tabId = await inspectedTabId(panel);
  expect(await passes(page, `${api.origin}/private`)).toBe(false);
  await waitForDetail(panel, ['has no Access-Control-Allow-Origin']);
  await switchOverride(panel, true);
  expect(await passes(page, `${api.origin}/private`)).toBe(true);
  await waitForDetail(panel, ['passed, thanks to the override']);
  const other = await chromium.openPage(url);
  expect(await passes(other, `${api.origin}/open`)).toBe(false);

  // What is chosen for a server would otherwise be written to disk.
  await panel.select('.detail select', 'express');
  await panel.waitForFunction(async () =>
    JSON.stringify(await chrome.storage.session.get()).includes('express'),
  );
  expect(await extension.evaluate(() => chrome.storage.local.get())).toEqual({});

  await page.close();
  await noDeclaredRules(extension);
  const stored = () => extension.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
  await expect.poll(stored, { interval: 20 }).not.toContain(`/${tabId}`);
  await expect.poll(stored, { interval: 20 }).not.toContain('pageOrigin');
});

test('a page from a file: its calls are explained, and whether the file itself may be seen', async () => {
  const { api, url } = await startServers();
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  try {
    await writeFile(join(folder, 'page.html'), '<!doctype html><title>A file</title>');
    const fileUrl = pathToFileURL(join(folder, 'page.html')).href;
    const inspectFile = async () => {
      const { page, panel } = await chromium.openInspected(url);
      await passes(page, `${api.origin}/before`);
      await waitForDetail(panel, ['has no Access-Control-Allow-Origin', 'Override: let this call through']);
      await page.goto(fileUrl);
      return { page, panel };
    };
    const expectExplained = async ({ page, panel }: Awaited<ReturnType<typeof inspectFile>>) => {
      expect(await passes(page, `${api.origin}/from-file`)).toBe(false);
      await waitForDetail(panel, ['carries the origin null', "This page isn't on localhost"]);
      expect(await detailText(panel)).not.toContain('Override: let this call through');
      const [exchange] = (await settledExchanges(panel, await inspectedTabId(panel), 2)).slice(-1);
      expect([exchange?.origin, exchange?.outcome]).toEqual(['null', 'blocked']);
    };

    await changeSetting(chromium.browser, chromium.extensionId, { fileAccess: true });
    const seen = await inspectFile();
    await waitForPanelText(seen.panel, ['This page was opened from a file']);
    await expectExplained(seen);

    await changeSetting(chromium.browser, chromium.extensionId, { fileAccess: false });
    const unseen = await inspectFile();
    await waitForPanelText(unseen.panel, ["isn't on the web", 'Allow access to file URLs']);
    await expectExplained(unseen);
  } finally {
    await rm(folder, { recursive: true });
  }
});
