import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startAnsweringSite } from '../servers/answering-site.ts';
import { startHttpsSite } from '../servers/https-site.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport } from './harness/extension-page.ts';
import { listenTo } from './support/contexts/chrome-truth.ts';
import { grantedEverything } from './support/contexts/extension-folders.ts';
import { expectTold, type Told } from './support/contexts/failed-calls.ts';
import { settled } from './support/contexts/judged.ts';
import { PLACE_FILES } from './support/contexts/places.ts';
import { senders } from './support/contexts/senders.ts';
import { waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';

const PAGE = PLACE_FILES['/'] ?? '';
const POLICY = '<meta http-equiv="Content-Security-Policy" content="connect-src http://localhost:*">';

const api = await startAnsweringSite();
// Chromium is told that this one server is on a public address.
const site = await startAnsweringSite({ '/': PAGE });
const secureSite = await startHttpsSite(PAGE);
const ownSite = await startAnsweringSite({ '/': PAGE.replace('<title>', `${POLICY}<title>`) });
const everything = grantedEverything();
afterAll(() => Promise.all([api, site, secureSite, ownSite, everything].map((one) => one.close())));

const { port } = new URL(site.origin);
const options = {
  args: [
    `--ip-address-space-overrides=127.0.0.1:${port}=public,[::1]:${port}=public`,
    '--ignore-certificate-errors',
  ],
};
const NAMED_API = `http://api.example.test:${new URL(api.origin).port}`;
const NAMED_SITE = `http://app.example.test:${port}`;

const LOCAL: Told = {
  error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
  cause: 'local-network-access',
  headline: 'Local network access: Chrome keeps this page off',
  hint: 'open Site settings: “Apps on device” is for this machine',
};
const INSECURE: Told = {
  ...LOCAL,
  headline: `Local network access: ${NAMED_SITE} isn't served over https`,
  hint: 'Serve the page over https, or from this machine',
};
const UNSAID: Told = {
  error: 'net::ERR_FAILED',
  cause: 'reason-untold',
  headline: 'tells extensions no reason',
  hint: "Most often it's local network access",
};
const MIXED: Told = {
  error: 'blocked:mixed-content',
  cause: 'mixed-content',
  headline: 'over http, which Chrome blocks as mixed content',
  hint: 'Have the page call the server over https',
};

describe('with the grants that come with the extension', () => {
  const chromium = ownChromium(options);
  const inspect = async (url: string) => {
    const { page, panel } = await chromium.openInspected(url);
    return { page, panel, truths: await listenTo(page) };
  };

  test('a public page that may not reach this machine', async () => {
    const { page, panel, truths } = await inspect(`${site.origin}/`);
    for (const send of [senders.fetchSimply, senders.fetchWithPreflight]) {
      const url = `${api.otherOrigin}/pass/${send.name}`;
      await expectTold(page, panel, send, url, LOCAL);
      expect(truths.of(url).map(({ corsError }) => corsError)).toEqual([
        'LocalNetworkAccessPermissionDenied',
      ]);
    }
    // The error's long name is cut before the host is.
    const isHostWhole = await panel.$eval('.group-host', (host) => host.scrollWidth <= host.clientWidth);
    expect(isHostWhole).toBe(true);
  });

  test.each([
    [
      'to a host that was never granted',
      `${site.origin}/`,
      NAMED_API,
      'LocalNetworkAccessPermissionDenied',
      LOCAL,
    ],
    [
      'from an insecure page that was never granted',
      `${NAMED_SITE}/`,
      api.otherOrigin,
      'InsecureLocalNetwork',
      INSECURE,
    ],
  ])('the same %s: DevTools tells why only of preflights', async (_, url, target, corsError, told) => {
    const { page, panel, truths } = await inspect(url);
    await expectTold(page, panel, senders.fetchWithPreflight, `${target}/pass/put`, told);
    await expectTold(page, panel, senders.fetchSimply, `${target}/pass/get`, UNSAID);
    const said = ['put', 'get'].flatMap((name) => truths.of(`${target}/pass/${name}`));
    expect(said.map((truth) => truth.corsError)).toEqual([corsError, corsError]);
  });

  test('a public page that was allowed to', async () => {
    const { page, panel } = await inspect(`${site.origin}/`);
    await allowAppsOnDevice(page, site.origin);
    expect(await page.evaluate(senders.fetchWithPreflight, `${api.otherOrigin}/pass/put`)).toBe(true);
    const exchanges = await settled(panel, await inspectedTabId(panel), 1);
    expect(exchanges.map(({ outcome }) => outcome)).toEqual(['allowed']);
  });

  test('mixed content: an https page calls http', async () => {
    const { page, panel } = await inspect(`https://app.example.test:${secureSite.port}/`);
    for (const send of [senders.fetchSimply, senders.fetchWithPreflight]) {
      await expectTold(page, panel, send, `${NAMED_API}/pass/${send.name}`, MIXED);
    }
    // To this machine itself http is let through.
    expect(await page.evaluate(senders.fetchWithPreflight, `${api.otherOrigin}/pass/put`)).toBe(true);
  });

  test("what a Content Security Policy or the mode `same-origin` forbids isn't shown to extensions at all", async () => {
    const { page, panel } = await inspect(`${ownSite.origin}/`);
    expect(await page.evaluate(senders.fetchWithPreflight, `${api.otherOrigin}/pass/put`)).toBe(false);
    expect(await page.evaluate(senders.fetchOwnOnly, `${api.origin}/pass/get`)).toBe(false);
    expect(await page.evaluate(senders.fetchSimply, `${api.origin}/pass/get`)).toBe(true);
    const tabId = await inspectedTabId(panel);
    await settled(panel, tabId, 1);
    const { exchanges } = await exportReport(panel, tabId);
    expect(exchanges.map(({ url }) => url)).toEqual([`${api.origin}/pass/get`]);
  });

  test('a redirect to what the policy forbids ends as if the page had given the call up, and both are told', async () => {
    const { page, panel } = await inspect(`${ownSite.origin}/`);
    const target = `${api.otherOrigin}/pass/put`;
    expect(
      await page.evaluate(senders.fetchSimply, `${api.origin}/to/x?to=${encodeURIComponent(target)}`),
    ).toBe(false);
    await waitForDetail(panel, ['where a redirect led it', "Or the page's Content-Security-Policy forbids"]);
  });
});

describe('with every host granted', () => {
  const chromium = ownChromium({ ...options, extension: everything.path });

  test('an insecure public page that may not reach this machine', async () => {
    const { page, panel } = await chromium.openInspected(`${NAMED_SITE}/`);
    for (const send of [senders.fetchSimply, senders.fetchWithPreflight]) {
      await expectTold(page, panel, send, `${api.otherOrigin}/pass/${send.name}`, INSECURE);
    }
  });
});

/** What a user does in the site settings, at *Apps on device*. */
async function allowAppsOnDevice(page: Page, origin: string): Promise<void> {
  // With the session what it has set would end, too.
  const session = await page.browser().target().createCDPSession();
  const permission = { name: 'loopback-network' };
  await session.send('Browser.setPermission', { permission, setting: 'granted', origin });
}
