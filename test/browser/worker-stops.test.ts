import { expect, test } from 'vitest';
import type { ReportedExchange } from '../../src/report/report.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, sendMessage, tabIdOf } from './harness/extension-page.ts';
import { waitForWorker, wakeWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { Gate } from './support/gate.ts';
import { ask, startMainJob } from './support/main-job.ts';
import { detailText, waitForDetail } from './support/panel-view.ts';
import { reportWhen, settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { doMainJob, NAMED_OF_MAIN_JOB, stopNow } from './support/stopped-worker.ts';

const chromium = shareChromium();

test('the main job works with the worker stopped before each of its steps', () =>
  doMainJob(chromium, () => true));

test('what happened before DevTools was opened is listed', async () => {
  const { page } = await startMainJob(chromium);
  await ask(page, '4');
  const { panel } = await chromium.openPanel(page);
  await waitForDetail(panel, NAMED_OF_MAIN_JOB);
});

test('what happened before DevTools was opened is listed, also when the worker was stopped since', async () => {
  const { page } = await startMainJob(chromium);
  const extension = await chromium.openExtensionPage();
  await ask(page, '4');
  await settledExchanges(extension, await tabIdOf(extension, page.url()), 1);
  await stopNow(chromium);
  const { panel } = await chromium.openPanel(page);
  await waitForDetail(panel, NAMED_OF_MAIN_JOB);
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
  await stopNow(chromium);
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
  await stopNow(chromium);
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
  await stopNow(chromium);
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
  await stopNow(chromium);
  await tell('late', before);
  await tell('new', Date.now() + 1_000);
  const { exchanges } = await exportReport(extension, tabId);
  expect(exchanges.map(({ url }) => url)).toEqual(['http://api.example.test/new']);
});
