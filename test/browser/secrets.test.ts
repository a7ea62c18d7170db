import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, sendCommand } from './harness/extension-page.ts';
import { type Chromium, launchChromium } from './harness/launch.ts';
import { openPopup } from './harness/popup.ts';
import { stageOn } from './harness/stage.ts';
import { detailText, waitForDetail, walkRequests } from './support/panel-view.ts';
import {
  CHALLENGE,
  planted,
  secretHeaders,
  secretsIn,
  secretUrls,
  startSecretSite,
} from './support/planted-secrets.ts';
import { readRow } from './support/read-row.ts';
import { settledExchanges } from './support/settled-report.ts';
import { watchErrors } from './support/watch-errors.ts';

const HOST = 'api.example.test';
const ASK_AGAIN = '::-p-aria(Ask the server again[role="button"])';

/** All that the extension holds, shows and gives away after a session in which there were secrets everywhere. */
interface Found {
  session: string;
  local: string;
  sessionRules: string;
  dynamicRules: string;
  panel: string;
  popup: string;
  report: string;
  copied: readonly string[];
  logged: string;
  watched: readonly string[];
}

let chromium: Chromium;
let profile: string;
let stage: ReturnType<typeof stageOn>;
let found: Found;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'preflight-inspector-'));
  chromium = await launchChromium({ userDataDir: profile });
  stage = stageOn(chromium);
  found = await plantAndSearch();
}, 120_000);

afterAll(async () => {
  await stage.clear();
  await chromium.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function plantAndSearch(): Promise<Found> {
  const { origin, url, api, other } = await startSecretSite((starting) => stage.started(starting));
  const page = await stage.openPage(url);
  await plantCookies(page);
  const { panel } = await stage.openPanel(page);
  const watched = await stage.started(watchErrors(chromium.browser, chromium.extensionId));
  await panel.evaluate(() => console.debug('heard'));
  const tabId = await inspectedTabId(panel);
  // Of the same site as the page, so that cookies are sent.
  const granted = `http://localhost:${api.port}`;
  const ungranted = `http://${HOST}:${api.port}`;

  const asked = [...secretUrls(granted), ...secretUrls(ungranted)];
  await callAll(page, asked);
  await callWithLogin(page, `${granted}/simple`);
  await settledExchanges(panel, tabId, asked.length + 1);
  const command = { type: 'setOverride', tabId, pageOrigin: origin, enabled: true } as const;
  for (const targetOrigin of [granted, other.origin]) {
    await sendCommand(panel, { ...command, targetOrigin, allow: ['answer-preflight'] });
  }
  await callAll(page, secretUrls(granted));
  await settledExchanges(panel, tabId, asked.length + 1 + secretUrls('').length);
  await askAgain(panel);

  const { shown, copied } = await readAll(panel);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  return {
    session: await panel.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null))),
    local: await panel.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null))),
    sessionRules: JSON.stringify(await panel.evaluate(() => chrome.declarativeNetRequest.getSessionRules())),
    dynamicRules: JSON.stringify(await panel.evaluate(() => chrome.declarativeNetRequest.getDynamicRules())),
    panel: shown,
    popup: await popup.evaluate(() => document.documentElement.outerHTML),
    report: JSON.stringify(await exportReport(panel, tabId)),
    copied,
    logged: watched.logged.join('\n'),
    watched: watched.watched,
  };
}

async function plantCookies(page: Page): Promise<void> {
  const cookie = (name: string) => ({ name, value: planted('header', name), domain: 'localhost', path: '/' });
  await page.browserContext().setCookie(cookie('cookie'), { ...cookie('hidden'), httpOnly: true });
}

/** By the page's own script, with secrets in headers, cookies and Referer: once with a preflight and once without. */
async function callAll(page: Page, urls: readonly string[]): Promise<void> {
  const init = { headers: secretHeaders(), credentials: 'include', referrerPolicy: 'unsafe-url' };
  await page.evaluate(`callAll(${JSON.stringify(urls)}, ${JSON.stringify(init)})`);
}

async function callWithLogin(page: Page, url: string): Promise<void> {
  await page.evaluate(`callWithLogin('${url}', '${planted('login', 'xhr')}')`);
}

/** Sends the first preflight again that goes to a granted host. */
async function askAgain(panel: Frame): Promise<void> {
  let asked = false;
  await walkRequests(panel, async () => {
    const button = await panel.$(ASK_AGAIN);
    if (asked || button === null || (await detailText(panel)).includes(HOST)) return;
    asked = true;
    await button.click();
    await waitForDetail(panel, ['Now (']);
  });
  expect(asked).toBe(true);
}

/** Goes through all requests with all that is folded unfolded, and copies whatever can be copied. */
async function readAll(panel: Frame): Promise<{ shown: string; copied: readonly string[] }> {
  await panel.evaluate(() => {
    const copied: string[] = [];
    Object.assign(globalThis, { copied });
    // Copying puts the text in the page for a moment.
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node instanceof HTMLTextAreaElement) copied.push(node.value);
      }
    }).observe(document.body, { childList: true });
  });
  const shown = await walkRequests(panel, () => panel.evaluate(readRow));
  // Tickets are written in a language that is fetched first.
  await panel.waitForFunction(
    () => (globalThis as never as Copied).copied.some((text) => text.includes('请求的内容')),
    { polling: 50 },
  );
  return {
    shown: shown.join('\n'),
    copied: await panel.evaluate(() => (globalThis as never as Copied).copied),
  };
}

interface Copied {
  readonly copied: readonly string[];
}

describe('secrets of headers, logins and fragments are nowhere, those of queries only in the memory of the session:', () => {
  test('storage.session', () => {
    for (const name of ['Cookie', 'Set-Cookie', 'Authorization', 'X-API-Key']) {
      expect(found.session).toContain(JSON.stringify(JSON.stringify([name, '…'])).slice(1, -1));
    }
    expect(secretsIn(found.session)).not.toEqual([]);
    expect(secretsIn(found.session, ['query'])).toEqual([]);
  });
  test('storage.local', () => expect(secretsIn(found.local)).toEqual([]));
  test('session rules', () => {
    expect(found.sessionRules).toContain('modifyHeaders');
    expect(secretsIn(found.sessionRules, ['query'])).toEqual([]);
  });
  test('dynamic rules', () => {
    expect(found.dynamicRules).toContain('allowAllRequests');
    expect(secretsIn(found.dynamicRules)).toEqual([]);
  });
  test('the panel', () => expect(secretsIn(found.panel, ['query'])).toEqual([]));
  test('the popup', () => expect(secretsIn(found.popup)).toEqual([]));
  test('the report', () => {
    expect(found.report).toContain('page=2');
    expect(found.report).toContain(CHALLENGE.replaceAll('"', '\\"'));
    expect(secretsIn(found.report)).toEqual([]);
  });
  test('what is copied', () => {
    for (const start of ['curl --', 'curl.exe --', '# CORS: ', '# CORS：']) {
      expect(found.copied.some((text) => text.startsWith(start))).toBe(true);
    }
    expect(secretsIn(found.copied.join('\n'))).toEqual([]);
  });
  test('what its pages and its worker log', () => {
    expect(found.watched.toSorted()).toEqual([
      expect.stringContaining('service-worker'),
      'src/devtools/index.html',
      'src/panel/index.html',
      'src/popup/index.html',
    ]);
    expect(found.logged).toContain('heard');
    expect(secretsIn(found.logged)).toEqual([]);
  });
});

test('the disk holds none in what is the extension’s, once the browser is closed', async () => {
  await stage.clear();
  await chromium.close();
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const secrets = new Map<string, readonly string[]>();
  for (const path of paths) secrets.set(path, secretsIn(await readFile(path, 'latin1')));
  // What Chrome itself remembers of pages: that they are found there shows that they can be found.
  expect(secrets.get(join(profile, 'Default', 'History'))).not.toEqual([]);
  const ours = paths.filter((path) => OURS.test(path) || path.includes(chromium.extensionId));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.flatMap((path) => secrets.get(path))).toEqual([]);
});

/** Where Chrome keeps what extensions have it keep. */
const OURS = /Extension|Service Worker|IndexedDB|Local Storage|Session Storage|databases/;
