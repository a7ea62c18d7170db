import { describe, expect, test } from 'vitest';
import type { ReportedExchange } from '../../src/report/report.ts';
import { CHAT_ANSWER } from '../servers/ollama.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, sendMessage, tabIdOf } from './harness/extension-page.ts';
import { isWorkerRunning, stopWorker, waitForWorker, wakeWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { Gate } from './support/gate.ts';
import {
  ask,
  receivedMethods,
  startMainJob,
  startWatchedMainJob,
  type WatchedMainJob,
} from './support/main-job.ts';
import { detailText, switchOverride, waitForDetail } from './support/panel-view.ts';
import { reportWhen, settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const NAMED = ['x-stainless-timeout', 'Access-Control-Allow-Headers'];

/** The browser stops a worker only when that has long had nothing to do: what happened so far is taken in. */
async function stopWhenIdle({ ollama, panel }: WatchedMainJob): Promise<void> {
  const calls = receivedMethods(ollama).filter((method) => method === 'OPTIONS').length;
  await settledExchanges(panel, await inspectedTabId(panel), calls);
  await stop();
}

async function stop(): Promise<void> {
  await stopWorker(chromium.browser, chromium.extensionId);
  expect(isWorkerRunning(chromium.browser, chromium.extensionId)).toBe(false);
}

const STEPS: readonly (readonly [name: string, step: (job: WatchedMainJob) => Promise<unknown>])[] = [
  ['the call fails', async ({ page }) => expect((await ask(page, '4')).answer).toBeNull()],
  ['the panel names the header', ({ panel }) => waitForDetail(panel, NAMED)],
  ['the override is switched on', ({ panel }) => switchOverride(panel, true)],
  ['the call passes', async ({ page }) => expect((await ask(page, '4')).answer).toBe(CHAT_ANSWER)],
  ['the panel says thanks to what', ({ panel }) => waitForDetail(panel, ['passed, thanks to the override'])],
  ['the override is switched off', ({ panel }) => switchOverride(panel, false)],
  ['the call fails again', async ({ page }) => expect((await ask(page, '4')).answer).toBeNull()],
];

describe('the main job works with the worker stopped', () => {
  test.each(STEPS.map(([name], index) => ({ name, index })))('before $name', async ({ index: stopAt }) => {
    const job = await startWatchedMainJob(chromium);
    for (const [index, [, step]] of STEPS.entries()) {
      if (index === stopAt) await stopWhenIdle(job);
      await step(job);
    }
  });

  test('before each of its steps', async () => {
    const job = await startWatchedMainJob(chromium);
    for (const [, step] of STEPS) {
      await stopWhenIdle(job);
      await step(job);
    }
  });
});

test('what happened before DevTools was opened is listed', async () => {
  const { page } = await startMainJob(chromium);
  await ask(page, '4');
  const { panel } = await chromium.openPanel(page);
  await waitForDetail(panel, NAMED);
});

test('what happened before DevTools was opened is listed, also when the worker was stopped since', async () => {
  const { page } = await startMainJob(chromium);
  const extension = await chromium.openExtensionPage();
  await ask(page, '4');
  await settledExchanges(extension, await tabIdOf(extension, page.url()), 1);
  await stop();
  const { panel } = await chromium.openPanel(page);
  await waitForDetail(panel, NAMED);
});

/** A server that holds back its answer to the preflight, or to the request. */
async function startSlowCall(held: 'preflight' | 'request') {
  const gate = new Gate();
  const arrived = new Gate();
  const answer = async ({ isPreflight, headers }: RawRequest) => {
    if (isPreflight === (held === 'preflight')) {
      arrived.open();
      await gate.opened;
    }
    const origin = ['Access-Control-Allow-Origin', headers.get('origin') ?? ''] as const;
    const names = ['Access-Control-Allow-Headers', 'x-allowed'] as const;
    if (isPreflight) return httpAnswer(204, held === 'preflight' ? [origin] : [origin, names]);
    return httpAnswer(200, []);
  };
  const api = await chromium.started(startRawServer(answer));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const verdict = verdictsOn(page, [{ url: `${api.origin}/slow`, headers: { 'x-allowed': '1' } }]);
  await arrived.opened;
  const tabId = await inspectedTabId(panel);
  await reportWhen(panel, tabId, (exchanges) => exchanges.some(({ outcome }) => outcome === 'pending'));
  return { panel, tabId, verdict, answerNow: () => gate.open() };
}

test('a preflight whose answer comes after the worker was stopped is judged', async () => {
  const { panel, tabId, verdict, answerNow } = await startSlowCall('preflight');
  await stop();
  answerNow();
  expect((await verdict)[0]?.corsError).toBe('HeaderDisallowedByPreflightResponse');
  await waitForDetail(panel, ['x-allowed', 'Access-Control-Allow-Headers']);
  const { exchanges } = await reportWhen(panel, tabId, ([first]) => first?.outcome === 'blocked');
  expect(exchanges).toMatchObject([
    { outcome: 'blocked', preflight: { status: 204 }, cause: expect.any(String) },
  ]);
});

test('a response that comes after the worker was stopped is judged', async () => {
  const { panel, tabId, verdict, answerNow } = await startSlowCall('request');
  await stop();
  answerNow();
  expect((await verdict)[0]?.corsError).toBe('MissingAllowOriginHeader');
  await waitForDetail(panel, ['Access-Control-Allow-Origin']);
  expect(await detailText(panel)).toContain('200');
  // Of the preflight, which went by before, DevTools tells.
  const isWhole = ([first]: readonly ReportedExchange[]) =>
    first?.outcome === 'blocked' && first.preflight !== null;
  const { exchanges } = await reportWhen(panel, tabId, isWhole);
  expect(exchanges).toMatchObject([
    { outcome: 'blocked', preflight: { status: 204 }, response: { status: 200 } },
  ]);
});

test('calls are heard also when the worker is stopped while DevTools introduces itself', async () => {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  // Of this page only DevTools tells.
  const page = await chromium.openPage(origin.replace('localhost', 'app.example.test'));
  const extension = await chromium.openExtensionPage();
  await wakeWorker(chromium.browser, chromium.extensionId, extension);
  const worker = await waitForWorker(chromium.browser, chromium.extensionId);
  // It is asked whether the page's host is granted, and stopped before it has an answer.
  await worker.evaluate(() => {
    const asked = new Promise<void>((resolve) => {
      const contains = () => {
        resolve();
        return new Promise(() => {});
      };
      Object.assign(chrome.permissions, { contains });
    });
    Object.assign(globalThis, { asked });
  });
  const opening = chromium.openPanel(page);
  await worker.evaluate('asked');
  const { panel } = await opening;
  await new Promise((resolve) => setTimeout(resolve, 200));
  await stop();
  await verdictsOn(
    page,
    [1, 2, 3].map((n) => ({ url: `${api.origin}/${n}` })),
  );
  expect(await settledExchanges(panel, await inspectedTabId(panel), 3)).toHaveLength(3);
});

test('a list that was cleared stays so when DevTools is late and the worker was stopped since', async () => {
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, page.url());
  const tell = (requestId: string, endedAt: number) => {
    const request = {
      requestId,
      url: `http://api.example.test/${requestId}`,
      method: 'GET',
      resourceType: 'fetch',
      startedAt: endedAt - 1,
      endedAt,
      requestHeaders: [['Origin', origin]],
      status: 0,
      responseHeaders: [],
      redirectUrl: null,
      error: 'net::ERR_FAILED',
      location: null,
    };
    return sendMessage(extension, { type: 'reportFinished', tabId, finished: [request] });
  };
  const before = Date.now() - 1_000;
  await sendMessage(extension, { type: 'clearExchanges', tabId });
  await stop();
  await tell('late', before);
  await tell('new', Date.now() + 1_000);
  const { exchanges } = await exportReport(extension, tabId);
  expect(exchanges.map(({ url }) => url)).toEqual(['http://api.example.test/new']);
});
