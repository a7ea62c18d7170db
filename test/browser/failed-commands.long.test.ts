import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { inspectedTabId, reloadPanel } from './harness/devtools-panel.ts';
import { exportReport, sendMessage } from './harness/extension-page.ts';
import { panelText, waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { waitForWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { noDeclaredRules } from './support/declared-rules.ts';
import { catchDownloads } from './support/downloads.ts';
import { waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';
import { watchErrors } from './support/watch-errors.ts';

const chromium = ownChromium();
const REFUSED = { ok: false, error: 'Error: English words', code: 'rule-refused', parameters: {} };

/** A page with a call that was blocked, and the panel on it. */
async function start() {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await verdictsOn(page, [{ url: `${api.origin}/blocked` }]);
  await waitForDetail(panel, ['Called from']);
  const tabId = await inspectedTabId(panel);
  const override = { type: 'setOverride', tabId, pageOrigin: origin, targetOrigin: api.origin };
  return { api, origin, page, panel, tabId, override };
}

function alertText(context: Frame | Page): Promise<string> {
  return context.$$eval('[role=alert]', (alerts) => alerts.map(({ textContent }) => textContent).join('\n'));
}

/** Lets every command that this page sends be answered so, until it is loaded anew. */
async function answerAll(context: Frame | Page, answer: unknown): Promise<void> {
  await context.evaluate((fixed) => {
    Object.assign(chrome.runtime, { sendMessage: async () => fixed });
  }, answer);
}

/** Lets the running worker's reading of its store fail. @returns the way back */
async function breakStore(): Promise<() => Promise<void>> {
  const worker = await waitForWorker(chromium.browser, chromium.extensionId);
  await worker.evaluate(() => {
    const { session } = chrome.storage;
    const { get } = session;
    Object.assign(session, { get: () => Promise.reject(new Error('English words')) });
    Object.assign(globalThis, { mendStore: () => Object.assign(session, { get }) });
  });
  return () => worker.evaluate('void mendStore()') as Promise<void>;
}

test('a report that cannot be read is not saved, and the panel says so', async () => {
  const { panel } = await start();
  const downloads = await chromium.started(catchDownloads(chromium.browser));
  let isSaved = false;
  const saved = downloads.next().then((file) => {
    isSaved = true;
    return file;
  });
  const mend = await breakStore();
  await click(panel, '::-p-aria(Export[role="button"])');
  await waitForPanelText(panel, ["The report couldn't be exported", 'Something went wrong in the extension']);
  expect(await alertText(panel)).not.toContain('English words');
  expect(isSaved).toBe(false);
  await mend();
  await click(panel, '::-p-aria(Export[role="button"])');
  expect(JSON.parse((await saved).content)).toMatchObject({ format: 'preflight-inspector/report' });
  expect(await alertText(panel)).toBe('');
});

test('a list that cannot be cleared is still there, and the panel says so', async () => {
  const { panel, tabId } = await start();
  await answerAll(panel, { ...REFUSED, code: 'storage-full' });
  await click(panel, '::-p-aria(Clear[role="button"])');
  await waitForPanelText(panel, ["The list couldn't be cleared", 'storage for this session is full']);
  await reloadPanel(panel);
  expect((await exportReport(panel, tabId)).exchanges).toHaveLength(1);
});

test('the popup goes on saying that an override could not be turned off when that comes back into its list', async () => {
  const { page, panel, override } = await start();
  await sendMessage(panel, { ...override, enabled: true });
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPanelText(popup, ['Override on']);
  // The worker takes it away, is refused, and puts it back.
  await popup.evaluate((refusal) => {
    const sendMessage = async () => {
      const { overrides } = await chrome.storage.session.get('overrides');
      await chrome.storage.session.set({
        overrides: JSON.stringify({ ...JSON.parse(String(overrides)), value: [] }),
      });
      while (document.querySelector('button') !== null)
        await new Promise((resolve) => setTimeout(resolve, 5));
      await chrome.storage.session.set({ overrides });
      return refusal;
    };
    Object.assign(chrome.runtime, { sendMessage });
  }, REFUSED);
  await click(popup, '::-p-aria([role="button"])');
  const words = ["The override couldn't be switched", "Chrome didn't accept the change to its rules"];
  await waitForPanelText(popup, ['Override on', ...words]);
  expect(await alertText(popup)).not.toContain('English');
  await popup.close();
  await answerAll(panel, REFUSED);
  await click(panel, '.override-status button');
  await waitForPanelText(panel, ['Override on', ...words]);
  await reloadPanel(panel);
  await sendMessage(panel, { ...override, enabled: false });
  await noDeclaredRules(panel);
});

test('every button that switches an override says why it could not, in panel and popup', async () => {
  const { page, panel, override } = await start();
  await sendMessage(panel, { ...override, enabled: true });
  await sendMessage(panel, { ...override, targetOrigin: 'http://127.0.0.1:9', enabled: true });
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPanelText(popup, ['All off']);
  await answerAll(popup, undefined);
  await click(popup, 'button::-p-text(All off)');
  await waitForPanelText(popup, ["The extension's background worker didn't answer"]);
  await popup.close();
  await waitForPanelText(panel, ['All off']);
  const buttons = [
    ['.override-status button', undefined, "background worker didn't answer"],
    ['button::-p-text(All off)', { ...REFUSED, code: 'no-tab' }, 'The tab was closed'],
    ['[role=switch]', { ...REFUSED, code: 'debugger-refused' }, "Chrome doesn't let the extension answer"],
  ] as const;
  for (const [button, answer, words] of buttons) {
    await answerAll(panel, answer);
    await click(panel, button);
    await expect.poll(() => alertText(panel)).toContain(words);
  }
  await reloadPanel(panel);
  for (const targetOrigin of [override.targetOrigin, 'http://127.0.0.1:9'])
    await sendMessage(panel, { ...override, targetOrigin, enabled: false });
  await noDeclaredRules(panel);
});

test('a server that could not be asked again leaves the reason, in place of an answer', async () => {
  const api = await chromium.started(startRawServer(() => httpAnswer(405, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await verdictsOn(page, [{ url: `${api.origin}/blocked`, headers: { 'x-asked': '1' } }]);
  await waitForDetail(panel, ['Called from']);
  await answerAll(panel, { ...REFUSED, code: 'gone' });
  await click(panel, '::-p-aria(Ask the server again[role="button"])');
  await waitForPanelText(panel, ["The server couldn't be asked", 'no longer in the list']);
  expect(await alertText(panel)).not.toContain('English');
  await reloadPanel(panel);
});

test('a panel that cannot read what is stored says so, and shows it as soon as it can', async () => {
  const { panel } = await start();
  // The one that is loaded next begins with a store that can't be read.
  const { identifier } = await panel.page().evaluateOnNewDocument((id) => {
    if (!location.href.startsWith(`chrome-extension://${id}/src/panel/`)) return;
    const { session } = chrome.storage;
    const { get } = session;
    Object.assign(session, { get: () => Promise.reject(new Error('English words')) });
    Object.assign(globalThis, { mendStore: () => Object.assign(session, { get }) });
  }, chromium.extensionId);
  await reloadPanel(panel);
  await panel.page().removeScriptToEvaluateOnNewDocument(identifier);
  await waitForPanelText(panel, ["can't be read from the browser's storage"]);
  expect(await panelText(panel)).not.toContain('Nothing seen yet');
  await panel.evaluate('void mendStore()');
  await waitForDetail(panel, ['Access-Control-Allow-Origin'], 20_000);
  // What is overridden is read by itself, and may be retried later.
  await expect.poll(() => panelText(panel), { timeout: 20_000 }).not.toContain("can't be read");
});

test('a rejection that nobody handles is heard in worker, panel, popup and the page in DevTools', async () => {
  const { page } = await start();
  const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await waitForPanelText(popup, ['1 request blocked']);
  const reject = (name: string) => `setTimeout(() => void Promise.reject(new Error('unheard in ${name}')))`;
  const contexts = ['service-worker', 'src/panel/', 'src/popup/', 'src/devtools/'];
  for (const path of contexts) {
    const target = chromium.browser
      .targets()
      .find((one) => one.url().startsWith(`chrome-extension://${chromium.extensionId}/${path}`));
    const session = await target?.createCDPSession();
    await session?.send('Runtime.evaluate', { expression: reject(path) });
    await session?.detach();
  }
  await expect
    .poll(() => contexts.filter((path) => watched.messages.some((one) => one.includes(`unheard in ${path}`))))
    .toEqual(contexts);
  await popup.close();
});
