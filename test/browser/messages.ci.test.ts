import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/commands/answer-command.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import {
  type ExtensionContext,
  exportReport,
  openExtensionPage,
  sendMessage,
} from './harness/extension-page.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { stranger } from './support/contexts/extension-folders.ts';
import { declaredRules } from './support/declared-rules.ts';
import { waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';
import { watchErrors } from './support/watch-errors.ts';

const chromium = ownChromium();
const TIMES = 300;

/** A page with a call that was blocked, and the panel on it. */
async function start() {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const tabId = await inspectedTabId(panel);
  await page.evaluate((url) => fetch(url, { headers: { 'x-asked': '1' } }).catch(() => {}), api.origin);
  // DevTools tells of it a little later, and is the last to do so.
  await waitForDetail(panel, ['Called from']);
  return { page, panel, tabId };
}

/** All that a message could change. */
async function everything(context: ExtensionContext): Promise<unknown> {
  const stored = await context.evaluate(async () => [
    await chrome.storage.session.get(null),
    await chrome.storage.local.get(null),
  ]);
  return [stored, await declaredRules(context)];
}

/** Sends a command to our extension in all ways there are. @returns what came of each */
function knock(context: Page, extensionId: string, tabId: number): Promise<readonly string[]> {
  return context.evaluate(
    async (id, command) => {
      const root = `chrome-extension://${id}/`;
      const ways = [
        () =>
          chrome.runtime
            .sendMessage(id, command)
            .then((answer: unknown) => `answered ${JSON.stringify(answer)}`),
        () =>
          new Promise<string>((resolve, reject) => {
            const port = chrome.runtime.connect(id);
            port.onMessage.addListener((answer) => resolve(`answered ${JSON.stringify(answer)}`));
            port.onDisconnect.addListener(() => reject(chrome.runtime.lastError));
            port.postMessage(command);
          }),
        () => fetch(`${root}manifest.json`).then(() => 'read a file'),
        () =>
          new Promise<string>((resolve, reject) => {
            const script = document.createElement('script');
            script.src = `${root}service-worker-loader.js`;
            script.onload = () => resolve('ran a script');
            script.onerror = () => reject(new Error('no script'));
            document.head.append(script);
          }),
      ];
      const ends = await Promise.allSettled(ways.map(async (way) => way()));
      return ends.map((end) => (end.status === 'fulfilled' ? end.value : 'nothing'));
    },
    extensionId,
    { type: 'clearExchanges', tabId },
  );
}

describe('nobody else is answered, and nothing changes, when asked by', () => {
  test('a page', async () => {
    const { page, panel, tabId } = await start();
    const before = await everything(panel);
    expect(await page.evaluate(() => typeof chrome.runtime)).toBe('undefined');
    expect(await knock(page, chromium.extensionId, tabId)).toEqual(Array(4).fill('nothing'));
    expect(await everything(panel)).toEqual(before);
  });

  test('another extension, and a page that may talk to that one', async () => {
    const folder = await chromium.started(Promise.resolve(stranger()));
    const other = await chromium.browser.installExtension(folder.path);
    const { page, panel, tabId } = await start();
    // It goes with its extension.
    const itsPage = await openExtensionPage(chromium.browser, other, 'page.html');
    const before = await everything(panel);
    expect(await page.evaluate(() => typeof chrome.runtime.sendMessage)).toBe('function');
    for (const context of [page, itsPage]) {
      expect(await knock(context, chromium.extensionId, tabId)).toEqual(Array(4).fill('nothing'));
    }
    expect(await everything(panel)).toEqual(before);
    await chromium.browser.uninstallExtension(other);
  });
});

const text = fc.oneof(
  fc.constantFrom('', 'null', 'http://localhost:1', 'http://127.0.0.1:1', '__proto__'),
  fc.string(),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Most of it nearly an entry that DevTools could tell of. */
const finished = fc.record(
  {
    requestId: value,
    url: value,
    method: value,
    resourceType: value,
    startedAt: value,
    endedAt: value,
    requestHeaders: value,
    status: value,
    responseHeaders: value,
    redirectUrl: value,
    error: value,
    location: value,
  },
  { requiredKeys: [] },
);
/** Whatever a page of ours could send by mistake, most of it nearly a command. */
const message = (tabId: number) =>
  fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        type: fc.oneof(
          fc.constantFrom(
            'exportReport',
            'clearExchanges',
            'setOverride',
            'probePreflight',
            'reportFinished',
            'reportNavigation',
          ),
          text,
        ),
        tabId: fc.oneof({ weight: 4, arbitrary: fc.constant(tabId) }, value),
        pageOrigin: value,
        targetOrigin: value,
        enabled: value,
        allow: value,
        exchangeId: value,
        finished: fc.oneof(value, fc.array(fc.oneof(finished, value), { minLength: 1 })),
        url: value,
        at: value,
      },
      { requiredKeys: ['type'] },
    ),
  );

test(`${TIMES} messages from its own page that are no commands are answered with an error and change nothing`, async () => {
  const { panel, tabId } = await start();
  const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
  const before = await everything(panel);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const malformed = fc
    .sample(message(tabId), { seed, numRuns: TIMES * 2 })
    .filter((one) => refusalOf(one) !== null)
    .slice(0, TIMES);
  expect(malformed).toHaveLength(TIMES);
  const answers = await panel.evaluate(
    (all) => Promise.all(all.map((one): Promise<unknown> => chrome.runtime.sendMessage(one))),
    malformed,
  );
  const wrong = malformed.filter((_, index) => !isError(answers[index]));
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(await everything(panel), `seed ${seed}`).toEqual(before);
  expect(watched.messages).toEqual([]);
  expect((await exportReport(panel, tabId)).exchanges).toHaveLength(1);
});

test('of what DevTools tells each entry that is none is named and costs no other, and the panel counts what is missing', async () => {
  const { panel, tabId } = await start();
  const [known] = (await exportReport(panel, tabId)).exchanges;
  if (known === undefined) throw new Error('The call is not in the report.');
  const entry = (path: string) => ({
    requestId: `told-${path}`,
    url: `http://api.example.test/${path}`,
    method: 'GET',
    resourceType: 'fetch',
    startedAt: known.startedAt,
    endedAt: known.startedAt + 1,
    requestHeaders: [['Origin', known.origin]],
    status: 200,
    responseHeaders: [],
    redirectUrl: null,
    error: 'net::ERR_FAILED',
    location: null,
  });
  const told = [entry('one'), { ...entry('two'), startedAt: null }, entry('three'), null];
  const answer = await sendMessage(panel, { type: 'reportFinished', tabId, finished: told });
  expect(answer).toStrictEqual({
    ok: true,
    refused: [
      { index: 1, error: expect.stringContaining('startedAt') },
      { index: 3, error: expect.stringContaining('null') },
    ],
  });
  const urls = async () => (await exportReport(panel, tabId)).exchanges.map(({ url }) => url).sort();
  const both = ['http://api.example.test/one', 'http://api.example.test/three', known.url].sort();
  expect(await urls()).toEqual(both);
  // Told again, since an answer may be lost, it is the same.
  await sendMessage(panel, { type: 'reportFinished', tabId, finished: [entry('one'), entry('three')] });
  expect(await urls()).toEqual(both);
  await waitForPanelText(panel, ["2 requests that DevTools told of couldn't be stored"]);
  const lost = { count: 3, latest: Date.now() };
  await sendMessage(panel, { type: 'reportFinished', tabId, finished: [], lost });
  await waitForPanelText(panel, ["5 requests that DevTools told of couldn't be stored"]);
});

function isError(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || !('error' in answer))
    return false;
  return answer.ok === false && typeof answer.error === 'string' && answer.error !== '';
}
