import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { openExtensionPage, sendMessage, tabIdOf } from './harness/extension-page.ts';
import { BUILT_EXTENSION, launchChromium } from './harness/launch.ts';
import { stopWorker, wakeWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { declaredRules } from './support/declared-rules.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();
const ALLOW = 'Access-Control-Allow-';
const PATHS = [
  'closed',
  'closed-kept',
  'echo',
  'echo-kept',
  'preflight-kept',
  'own-only',
  'own-only-kept',
  'no-options',
];

/** Preflights may be remembered for long; answers whose path ends in `-kept` too. */
function answer({ path, headers, isPreflight }: RawRequest): string {
  const origin = headers.get('origin') ?? 'none';
  const kept = path.endsWith('-kept') ? 'max-age=600' : 'no-store';
  const own = origin === `http://${headers.get('host')}`;
  const toOrigin = [
    [`${ALLOW}Origin`, origin],
    [`${ALLOW}Credentials`, 'true'],
  ] as const;
  const reply = (cors: readonly (readonly [string, string])[], status = isPreflight ? 204 : 200) =>
    httpAnswer(status, [['Cache-Control', kept], ['Access-Control-Max-Age', '600'], ...cors]);
  switch (path.split('-')[0]) {
    case '/echo':
      return reply([...toOrigin, [`${ALLOW}Headers`, 'x-asked']]);
    case '/preflight':
      return reply(toOrigin);
    case '/own':
      return own ? reply([...toOrigin, [`${ALLOW}Headers`, 'x-asked']]) : reply([], 403);
    case '/no':
      return reply([], isPreflight ? 405 : 200);
    default:
      return reply([]);
  }
}

/** @returns what became of a simple and of a preflighted call of each kind */
function verdicts(page: Page, target: string): Promise<readonly string[]> {
  const urls = PATHS.map((path) => `${target}/${path}`);
  return page.evaluate(
    (all) =>
      Promise.all(
        all.flatMap((url) =>
          [{}, { 'x-asked': '1' }].map((headers) =>
            fetch(url, { headers, credentials: 'include' }).then(
              ({ status }) => `${url} ${Object.keys(headers).length}: ${status}`,
              () => `${url} ${Object.keys(headers).length}: blocked`,
            ),
          ),
        ),
      ),
    urls,
  );
}

/** Whether a call of the page whose preflight is answered with 405 gets through. */
async function preflightsAreAnswered({ page, api }: Scene): Promise<boolean> {
  return await page.evaluate(
    (url) =>
      fetch(url, { headers: { 'x-asked': '1' } }).then(
        () => true,
        () => false,
      ),
    `${api.origin}/no-options`,
  );
}

interface Scene {
  readonly api: RawServer;
  readonly page: Page;
  readonly pageOrigin: string;
  readonly extension: Page;
  readonly tabId: number;
  setOverride(enabled: boolean, allow?: readonly Consent[]): Promise<unknown>;
}

async function openScene(): Promise<Scene> {
  const api = await chromium.started(startRawServer(answer));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  const setOverride = (enabled: boolean, allow: readonly Consent[] = []) =>
    sendMessage(extension, {
      type: 'setOverride',
      tabId,
      pageOrigin,
      targetOrigin: api.origin,
      enabled,
      allow,
    });
  return { api, page, pageOrigin, extension, tabId, setOverride };
}

/** Whether the extension's debugger is attached to the tab: only then does it take commands. */
function isAttached({ extension, tabId }: Pick<Scene, 'extension' | 'tabId'>): Promise<boolean> {
  return extension.evaluate(
    (id) =>
      chrome.debugger.sendCommand({ tabId: id }, 'Runtime.evaluate', { expression: '0' }).then(
        () => true,
        () => false,
      ),
    tabId,
  );
}

/** That nothing of any override is in force. */
async function expectNothingLeft(scene: Pick<Scene, 'extension' | 'tabId'>): Promise<void> {
  expect(await declaredRules(scene.extension)).toEqual([]);
  expect(await isAttached(scene)).toBe(false);
  expect(await scene.extension.evaluate(() => chrome.alarms.getAll())).toEqual([]);
}

const ANSWERING = ['answer-preflight'] as const;

describe.each<[means: string, allow: readonly Consent[]]>([
  ['by headers and a rewritten origin', []],
  ['by answering preflights, too', ANSWERING],
])('an override %s', (_means, allow) => {
  test('leaves nothing behind when it is switched off', async () => {
    const scene = await openScene();
    const { page, api } = scene;
    const before = await verdicts(page, api.origin);
    await scene.setOverride(true, allow);
    const during = await verdicts(page, api.origin);
    expect(during.filter((verdict) => verdict.endsWith('blocked'))).toHaveLength(allow.length > 0 ? 0 : 1);
    expect(await isAttached(scene)).toBe(allow.length > 0);
    await scene.setOverride(false);
    expect(await verdicts(page, api.origin)).toEqual(before);
    await expectNothingLeft(scene);
    // What the browser has kept meanwhile is right for the page, too, when it is on again.
    await scene.setOverride(true, allow);
    expect(await verdicts(page, api.origin)).toEqual(during);
    await scene.setOverride(false);
    expect(await verdicts(page, api.origin)).toEqual(before);
  });

  test('goes on when the worker is stopped, and ends although it was', async () => {
    const scene = await openScene();
    const { page, api, extension } = scene;
    const before = await verdicts(page, api.origin);
    await scene.setOverride(true, allow);
    const during = await verdicts(page, api.origin);
    await stopWorker(chromium.browser, chromium.extensionId);
    // The calls themselves wake it.
    expect(await verdicts(page, api.origin)).toEqual(during);
    await stopWorker(chromium.browser, chromium.extensionId);
    await scene.setOverride(false);
    expect(await verdicts(page, api.origin)).toEqual(before);
    await stopWorker(chromium.browser, chromium.extensionId);
    await wakeWorker(chromium.browser, chromium.extensionId, extension);
    expect(await verdicts(page, api.origin)).toEqual(before);
    await expectNothingLeft(scene);
  });
});

test('while nobody consented to it, the debugger is never attached', async () => {
  const scene = await openScene();
  expect(await isAttached(scene)).toBe(false);
  await verdicts(scene.page, scene.api.origin);
  await scene.setOverride(true, ['origin-rewrite', 'opaque-origin', 'service-worker']);
  await verdicts(scene.page, scene.api.origin);
  expect(await isAttached(scene)).toBe(false);
});

test('a worker that is stopped while it switches leaves one state or the other', async () => {
  const scene = await openScene();
  const { page, api, extension } = scene;
  const off = await verdicts(page, api.origin);
  await scene.setOverride(true, ANSWERING);
  const on = await verdicts(page, api.origin);
  let enabled = true;
  for (let delay = 0; delay < 20; delay += 2) {
    enabled = !enabled;
    const switching = scene
      .setOverride(enabled, enabled ? ANSWERING : [])
      .catch(() => 'the worker went away');
    await new Promise((resolve) => setTimeout(resolve, delay));
    await stopWorker(chromium.browser, chromium.extensionId);
    await switching;
    await wakeWorker(chromium.browser, chromium.extensionId, extension);
    // Any command is answered only once the state is back.
    await sendMessage(extension, { type: 'exportReport', tabId: scene.tabId });
    // While Chrome still holds the debugger of the worker that was stopped, the next one tries again.
    const state = async () => {
      const isOn = (await declaredRules(extension)).length > 0;
      const isWhole = isOn === (await isAttached(scene));
      const found = await verdicts(page, api.origin);
      enabled = isOn;
      return isWhole && String(found) === String(isOn ? on : off) ? 'one or the other' : { isOn, found };
    };
    await expect.poll(state).toBe('one or the other');
  }
});

test('a preflight that waits for a stopped worker goes on when that is back, soon at the latest', async () => {
  const scene = await openScene();
  const { extension } = scene;
  await preflightsAreAnswered(scene);
  await scene.setOverride(true, ANSWERING);
  expect(await preflightsAreAnswered(scene)).toBe(true);
  const alarms = await extension.evaluate(() => chrome.alarms.getAll());
  expect(alarms.map(({ periodInMinutes }) => periodInMinutes)).toContain(0.5);
  const worker = await wakeWorker(chromium.browser, chromium.extensionId, extension);
  // From now on it answers nothing, as if it were stopped the moment a preflight is paused.
  await worker.evaluate(() => {
    chrome.debugger.sendCommand = () => new Promise<never>(() => {});
  });
  const waiting = preflightsAreAnswered(scene);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await stopWorker(chromium.browser, chromium.extensionId);
  const ended = Promise.race([
    waiting.then(() => 'ended'),
    new Promise((resolve) => setTimeout(resolve, 500, 'hanging')),
  ]);
  expect(await ended).toBe('hanging');
  await wakeWorker(chromium.browser, chromium.extensionId, extension);
  expect(await waiting).toBe(false);
  expect(await preflightsAreAnswered(scene)).toBe(true);
});

test('an update of the extension leaves nothing of an override', async () => {
  const { browser, extensionId } = chromium;
  const scene = await openScene();
  const before = await verdicts(scene.page, scene.api.origin);
  await scene.setOverride(true, ANSWERING);
  // As an update does, this replaces the extension that is there.
  expect(await browser.installExtension(BUILT_EXTENSION)).toBe(extensionId);
  const extension = await chromium.openExtensionPage();
  await sendMessage(extension, { type: 'exportReport', tabId: scene.tabId });
  expect(await verdicts(scene.page, scene.api.origin)).toEqual(before);
  await expectNothingLeft({ extension, tabId: scene.tabId });
});

test('a restart of the browser leaves nothing of an override', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'preflight-inspector-'));
  const api = await chromium.started(startRawServer(answer));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const open = async (browser: Browser, extensionId: string) => {
    const page = await browser.newPage();
    await page.goto(`${pageOrigin}/`);
    const extension = await openExtensionPage(browser, extensionId);
    return { page, extension, tabId: await tabIdOf(extension, `${pageOrigin}/`) };
  };
  try {
    const first = await launchChromium({ userDataDir });
    const { page, extension, tabId } = await open(first.browser, first.extensionId);
    const before = await verdicts(page, api.origin);
    const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: api.origin, enabled: true };
    await sendMessage(extension, { ...command, allow: ANSWERING });
    expect(await verdicts(page, api.origin)).not.toEqual(before);
    await first.close();
    const second = await launchChromium({ userDataDir });
    try {
      const scene = await open(second.browser, second.extensionId);
      expect(await verdicts(scene.page, api.origin)).toEqual(before);
      await expectNothingLeft(scene);
    } finally {
      await second.close();
    }
  } finally {
    await rm(userDataDir, { recursive: true, force: true });
  }
});
