import type { Frame, Page } from 'puppeteer-core';
import { afterAll, expect, inject, test } from 'vitest';
import { startAnsweringSite } from '../servers/answering-site.ts';
import { startPublicSite } from '../servers/public-site.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, sendCommand } from './harness/extension-page.ts';
import { listenTo } from './support/contexts/chrome-truth.ts';
import { settled } from './support/contexts/judged.ts';
import { senders } from './support/contexts/senders.ts';
import { detailText, waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';
import { profileWhere } from './support/site-settings.ts';

const api = await startAnsweringSite();
const [allowed, blocked, undecided] = await Promise.all([
  startPublicSite(),
  startPublicSite(),
  startPublicSite(),
]);
const servers = [api, allowed, blocked, undecided];
afterAll(() => Promise.all(servers.map((one) => one.close())));

const chromium = ownChromium({
  userDataDir: profileWhere(
    inject('profiles'),
    new Map([
      [allowed.origin, 'allow'],
      [blocked.origin, 'block'],
    ]),
  ),
  args: [
    `--ip-address-space-overrides=${[allowed, blocked, undecided].map(({ override }) => override).join(',')}`,
  ],
});

const DENIED = 'LocalNetworkAccessPermissionDenied';
const INSECURE = `http://app.example.test:${new URL(undecided.origin).port}`;

interface Case {
  readonly page: string;
  /** What the URL of the frame that calls ends with; the page itself calls if it's left out. */
  readonly frame?: string;
  readonly corsError: string;
  readonly said: readonly string[];
  readonly wrong: readonly RegExp[];
}

const CASES: Readonly<Record<string, Case>> = {
  'of a page that the user has blocked': {
    page: `${blocked.origin}/`,
    corsError: DENIED,
    said: [
      `loopback-network is blocked for ${blocked.origin}`,
      'What comes next is CORS. “Ask the server again” shows what it says of this preflight',
    ],
    wrong: [/iframe/, /isn't decided/],
  },
  "of a page whose own policy doesn't let it": {
    page: `${allowed.origin}/without`,
    corsError: DENIED,
    said: ['keeps loopback-network from the page itself by Permissions-Policy'],
    wrong: [/is blocked for/, /is allowed for/],
  },
  'of an insecure page': {
    page: `${INSECURE}/`,
    corsError: 'InsecureLocalNetwork',
    said: [`${INSECURE} isn't a secure context`, 'Serve the page over https'],
    wrong: [/Site settings/, /isn't decided/],
  },
  'of a sandboxed frame that is given nothing': {
    page: `${allowed.origin}/frames`,
    frame: '?bare',
    corsError: DENIED,
    said: [
      `<iframe src="${allowed.origin}/?bare" sandbox> isn't given loopback-network: it has no allow`,
      `${allowed.origin} itself is allowed loopback-network already: only the frame lacks it`,
      'Give the iframe allow="loopback-network; local-network-access"',
    ],
    wrong: [/Site settings/, /Access-Control-/, /comes next/],
  },
  'of one that is given another permission': {
    page: `${allowed.origin}/frames`,
    frame: '?other',
    corsError: DENIED,
    said: [`?other" sandbox> isn't given loopback-network by its allow="local-network"`],
    wrong: [/Site settings/, /Access-Control-/],
  },
  'of a frame of another origin': {
    page: `${allowed.origin}/frames`,
    frame: '?foreign',
    corsError: DENIED,
    said: [
      `<iframe src="${allowed.otherOrigin}/?foreign"> isn't given loopback-network: it has no allow`,
      'only the frame lacks it',
    ],
    wrong: [/sandbox/],
  },
  'of a sandboxed frame in a page that was never asked': {
    page: `${undecided.origin}/frames`,
    frame: '?bare',
    corsError: DENIED,
    said: ["isn't given loopback-network: it has no allow"],
    wrong: [/Chrome asks when/, /Site settings/, /only the frame lacks/],
  },
};

test.each(Object.entries(CASES))('the state %s, beside what Chrome says', async (_, one) => {
  const { page, panel } = await chromium.openInspected(one.page);
  const truths = await listenTo(page);
  // What Chrome says of frames is heard from their beginning.
  await page.reload();
  const url = `${api.otherOrigin}/pass/${one.corsError}`;
  expect(await frameOf(page, one.frame).evaluate(senders.fetchWithPreflight, url)).toBe(false);
  await waitForDetail(panel, ['Local network access', ...one.said], 10_000);
  await expect.poll(() => truths.of(url).map(({ corsError }) => corsError)).toEqual([one.corsError]);
  const text = await detailText(panel);
  for (const wrong of one.wrong) expect(text).not.toMatch(wrong);
});

test('nothing is stopped in a page that the user has allowed, and in a frame that is given it', async () => {
  const { page, panel } = await chromium.openInspected(`${allowed.origin}/frames`);
  for (const frame of [undefined, '?given']) {
    const url = `${api.otherOrigin}/pass/${frame ?? 'page'}`;
    expect(await frameOf(page, frame).evaluate(senders.fetchWithPreflight, url)).toBe(true);
  }
  const exchanges = await settled(panel, await inspectedTabId(panel), 2);
  expect(exchanges.map(({ outcome }) => outcome)).toEqual(['allowed', 'allowed']);
});

test('of a WebSocket it is likely, and a WebTransport has no row', async () => {
  const { page, panel } = await chromium.openInspected(`${blocked.origin}/`);
  const { host } = new URL(api.otherOrigin);
  const failed = await page.evaluate((to) => {
    return new WebTransport(`https://${to}/transport`).ready.then(
      () => false,
      () => true,
    );
  }, host);
  expect(failed).toBe(true);
  // To Chrome a page of this machine is a public one here, but not to the extension.
  await page.goto(`${INSECURE}/`);
  await page.evaluate((to) => {
    const socket = new WebSocket(`ws://${to}/socket`);
    return new Promise<void>((resolve) => {
      socket.onerror = () => resolve();
    });
  }, host);
  await waitForDetail(panel, [
    'Most likely it was local network access',
    `${INSECURE} isn't a secure context`,
    `nothing arrived at ${host}`,
    `ws://${host}/socket`,
  ]);
  const { exchanges } = await exportReport(panel, await inspectedTabId(panel));
  expect(exchanges.map(({ url }) => url)).not.toContain(`https://${host}/transport`);
});

test('the page notices nothing of being asked', async () => {
  const { page, panel } = await chromium.openInspected(`${blocked.origin}/`);
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window).length);
  const tabId = await inspectedTabId(panel);
  await sendCommand(panel, { type: 'clearExchanges', tabId });
  expect(await page.evaluate(senders.fetchSimply, `${api.otherOrigin}/pass/simple`)).toBe(false);
  const { host } = new URL(api.otherOrigin);
  await waitForDetail(panel, [
    `loopback-network is blocked for ${blocked.origin}`,
    `What comes next is CORS: ${host} has to allow the origin ${blocked.origin}`,
  ]);
  expect(await page.evaluate(() => Object.getOwnPropertyNames(window).length)).toBe(before);
});

function frameOf(page: Page, name: string | undefined): Frame {
  const frame = page.frames().find((one) => name !== undefined && one.url().endsWith(name));
  return frame ?? page.mainFrame();
}
