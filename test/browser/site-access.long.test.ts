import type { Frame } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { violations } from './support/axe.ts';
import { startBlankPage } from './support/blank-page.ts';
import { noDeclaredRules } from './support/declared-rules.ts';
import { changeSetting, preGrant } from './support/extensions-page.ts';
import { detailText, switchOverride, waitForDetail } from './support/panel-view.ts';
import { passes } from './support/passes.ts';
import { settledExchanges } from './support/settled-report.ts';
import { ownChromium } from './support/shared-chromium.ts';

const HOST = 'api.example.test';
const PATTERN = `*://${HOST}/*`;
const WITHHELD = "Chrome's site access setting withholds localhost";
const OVERRIDE_ON = 'Override on:';

const chromium = ownChromium();
const siteAccess = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
  changeSetting(chromium.browser, chromium.extensionId, { hostAccess });
afterEach(() => siteAccess('ON_ALL_SITES'));

/** A page with the panel open that calls a server without CORS, by the name that is given to it. */
async function start({ host = 'localhost', apiHost = '127.0.0.1' } = {}) {
  const { port: apiPort } = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { port } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`http://${host}:${port}/`);
  const extension = await chromium.openExtensionPage();
  const call = (path: string) => passes(page, `http://${apiHost}:${apiPort}/${path}`);
  return { page, panel, extension, call };
}

/** Waits until the panel no longer says this. */
async function waitUntilUnsaid(panel: Frame, words: string): Promise<void> {
  await panel.waitForFunction((gone) => !document.body.innerText.includes(gone), { polling: 20 }, words);
}

async function outcomes(panel: Frame, count: number): Promise<readonly string[]> {
  const exchanges = await settledExchanges(panel, await inspectedTabId(panel), count);
  return exchanges.map(({ url, outcome }) => `${new URL(url).pathname} ${outcome}`);
}

describe('a host that was granted and is taken back while the panel is open', () => {
  test('ends the override that needed it; granted again, it works again', async () => {
    await preGrant(chromium.browser, chromium.extensionId, PATTERN);
    const { panel, extension, call } = await start({ apiHost: HOST });
    expect(await call('first')).toBe(false);
    await waitForDetail(panel, ['Chrome will ask you to allow access']);
    await switchOverride(panel, true);
    expect(await call('granted')).toBe(true);

    const removed = { origins: [PATTERN] };
    expect(await extension.evaluate((hosts) => chrome.permissions.remove(hosts), removed)).toBe(true);
    await panel.waitForSelector('[role=switch][aria-checked=false]');
    await waitForDetail(panel, ['Override ended', 'Chrome will ask you to allow access', HOST]);
    await waitUntilUnsaid(panel, OVERRIDE_ON);
    await noDeclaredRules(extension);
    expect(await call('taken')).toBe(false);

    await preGrant(chromium.browser, chromium.extensionId, PATTERN);
    await switchOverride(panel, true);
    expect(await call('again')).toBe(true);
    const expected = ['/first blocked', '/granted allowed', '/taken blocked', '/again allowed'];
    expect(await outcomes(panel, 4)).toEqual(expected);
    await extension.evaluate((hosts) => chrome.permissions.remove(hosts), removed);
  });
});

describe('site access “on click”', () => {
  test('is said, with the way out; calls are explained all the same', async () => {
    await siteAccess('ON_CLICK');
    const { page, panel, call } = await start();
    await waitForPanelText(panel, ['Nothing seen yet', WITHHELD, 'Allow access']);
    expect(await call('withheld')).toBe(false);
    await waitForDetail(panel, ['has no Access-Control-Allow-Origin', 'Chrome will ask you to allow access']);
    await waitForPanelText(panel, [WITHHELD]);
    expect(await violations(panel)).toEqual([]);

    await siteAccess('ON_ALL_SITES');
    await waitUntilUnsaid(panel, WITHHELD);
    await page.bringToFront();
    expect(await call('allowed')).toBe(false);
    expect(await outcomes(panel, 2)).toEqual(['/withheld blocked', '/allowed blocked']);
    await switchOverride(panel, true);
    expect(await call('overridden')).toBe(true);
  });

  test('chosen while an override is on ends it', async () => {
    const { page, panel, extension, call } = await start();
    expect(await call('first')).toBe(false);
    await switchOverride(panel, true);
    expect(await call('overridden')).toBe(true);
    await waitForPanelText(panel, [OVERRIDE_ON]);

    await siteAccess('ON_CLICK');
    await waitForPanelText(panel, [WITHHELD]);
    await waitUntilUnsaid(panel, OVERRIDE_ON);
    await waitForDetail(panel, ['Override ended', 'Chrome will ask you to allow access']);
    await noDeclaredRules(extension);
    await page.bringToFront();
    expect(await call('withheld')).toBe(false);
    const expected = ['/first blocked', '/overridden allowed', '/withheld blocked'];
    expect(await outcomes(panel, 3)).toEqual(expected);
    expect(await detailText(panel)).not.toContain('Override on');
  });
});

test('of a page that is not on localhost the panel says what is seen', async () => {
  const { panel } = await start({ host: 'app.example.test' });
  await waitForPanelText(panel, ['Nothing seen yet', 'only calls made while DevTools is open are seen']);
});
