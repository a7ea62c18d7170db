import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { click } from './harness/click.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, sendMessage } from './harness/extension-page.ts';
import { stopWorker, wakeWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { type Verdict, verdictsOn } from './support/chrome-verdict.ts';
import { declaredRules, headerRules, noDeclaredRules } from './support/declared-rules.ts';
import { Gate } from './support/gate.ts';
import { switchOverride, waitForDetail } from './support/panel-view.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const BUTTON = '::-p-aria(Ask the server again[role="button"])';
const STATUS = 'section[aria-label="Ask the server again"] [role=status]';

type Answering = (request: RawRequest) => string | null | Promise<string | null>;

interface Scene {
  readonly api: RawServer;
  readonly page: Page;
  readonly panel: Frame;
  readonly pageOrigin: string;
  readonly tabId: number;
  /** Changes the server. */
  answerWith(answering: Answering): void;
}

function allowing({ headers }: RawRequest, names: string): [string, string][] {
  return [
    ['Access-Control-Allow-Origin', headers.get('origin') ?? 'none'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Headers', names],
  ];
}

const noHeader: Answering = (request) =>
  httpAnswer(request.isPreflight ? 204 : 200, allowing(request, 'x-other'));
const fixed: Answering = (request) =>
  httpAnswer(request.isPreflight ? 204 : 200, allowing(request, 'x-asked'));
const notAllowed: Answering = () => httpAnswer(405, []);

/** A page whose call's preflight failed, and the panel on it. */
async function startBlocked(first: Answering): Promise<Scene> {
  let current = first;
  const api = await chromium.started(startRawServer((request) => current(request)));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${pageOrigin}/`);
  const tabId = await inspectedTabId(panel);
  // With the cache as it is by default: else the preflight carries headers that no extension sees.
  const put = (url: string) =>
    fetch(url, { method: 'PUT', headers: { 'x-asked': '1' } }).then(null, () => 'failed');
  expect(await page.evaluate(put, `${api.origin}/v1?q=1`)).toBe('failed');
  await settledExchanges(panel, tabId, 1);
  const answerWith = (answering: Answering) => {
    current = answering;
  };
  return { api, page, panel, pageOrigin, tabId, answerWith };
}

async function call(page: Page, origin: string): Promise<Verdict> {
  const calls = [{ url: `${origin}/v1?q=1`, method: 'PUT', headers: { 'x-asked': '1' } }];
  const [verdict] = await verdictsOn(page, calls);
  if (verdict === undefined) throw new Error('There is no verdict.');
  return verdict;
}

/** Presses the button and waits for the verdict. @returns what is said of it */
async function askAgain(panel: Frame): Promise<string> {
  const before = await statusText(panel);
  await click(panel, BUTTON);
  await panel.waitForFunction(
    (selector, old) => {
      const text = document.querySelector<HTMLElement>(selector)?.innerText ?? '';
      return text !== old && text.includes('Now (');
    },
    { polling: 20, timeout: 15_000 },
    STATUS,
    before,
  );
  return statusText(panel);
}

function statusText(panel: Frame): Promise<string> {
  return panel.evaluate((selector) => {
    return document.querySelector<HTMLElement>(selector)?.innerText.replaceAll(/\s+/g, ' ') ?? '';
  }, STATUS);
}

describe('asked again', () => {
  test('a server that was changed is found fixed, beside what it said before', async () => {
    const { panel, answerWith } = await startBlocked(notAllowed);
    expect(await askAgain(panel)).toMatch(
      /Before \(.+\): OPTIONS 405 .*Now \(.+\): OPTIONS 405 .*still blocked/,
    );
    answerWith(noHeader);
    expect(await askAgain(panel)).toMatch(
      /Before \(.+\): OPTIONS 405 .*Now \(.+\): OPTIONS 204 .*still blocked.*x-asked/,
    );
    answerWith(fixed);
    const said = await askAgain(panel);
    expect(said).toMatch(/Before \(.+\): OPTIONS 204 .*Now \(.+\): OPTIONS 204 .*Preflight fixed/);
    expect(said).toContain('proved by the next real call');
  });

  test('a server gets the very preflight once more, without cookies, and nothing else', async () => {
    const { api, page, panel } = await startBlocked(notAllowed);
    await page.browserContext().setCookie({ name: 'session', value: '1', domain: '127.0.0.1', path: '/' });
    await askAgain(panel);
    const [first, second, ...more] = api.requests;
    expect(more).toEqual([]);
    expect(second?.path).toBe('/v1?q=1');
    expect(second?.headers.get('origin')).toMatch(/^http:\/\/localhost:/);
    expect(Object.fromEntries(second?.headers ?? [])).toEqual(Object.fromEntries(first?.headers ?? []));
  });

  test('a redirect is told with its target, and not followed', async () => {
    const { api, panel, answerWith } = await startBlocked(notAllowed);
    answerWith((request) =>
      request.path === '/login'
        ? fixed(request)
        : httpAnswer(301, [...allowing(request, 'x-asked'), ['Location', '/login']]),
    );
    expect(await askAgain(panel)).toMatch(/Now \(.+\): OPTIONS 301 .*It redirects to \/login/);
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1?q=1', '/v1?q=1']);
  });

  test('a server that is gone gives no answer', async () => {
    const { api, panel } = await startBlocked(notAllowed);
    await api.close();
    expect(await askAgain(panel)).toMatch(/Now \(.+\): ERR_CONNECTION_REFUSED .*Start the server/);
  });

  test('a server that was not there is found when it is', async () => {
    const { panel, answerWith } = await startBlocked(() => null);
    answerWith(fixed);
    expect(await askAgain(panel)).toMatch(
      /Before \(.+\): ERR_EMPTY_RESPONSE .*Now \(.+\): OPTIONS 204 .*Preflight fixed/,
    );
  });

  test('a server that never answers is waited for no longer than ten seconds', async () => {
    const { panel, answerWith } = await startBlocked(notAllowed);
    const gate = new Gate();
    answerWith(async () => {
      await gate.opened;
      return null;
    });
    expect(await askAgain(panel)).toMatch(/Now \(.+\): ERR_TIMED_OUT/);
    gate.open();
    await noDeclaredRules(panel);
  });
});

test('an override that is on neither colours the answer nor is touched', async () => {
  const { api, page, panel } = await startBlocked(noHeader);
  await switchOverride(panel, true);
  const rules = await declaredRules(panel);
  expect((await call(page, api.origin)).passed).toBe(true);
  expect(await askAgain(panel)).toMatch(/OPTIONS 204 .*still blocked.*x-asked/);
  expect(await declaredRules(panel)).toEqual(rules);
  expect((await call(page, api.origin)).passed).toBe(true);
});

test('an override that is switched on meanwhile leaves the question alone', async () => {
  const { api, panel, pageOrigin, tabId, answerWith } = await startBlocked(noHeader);
  const gate = new Gate();
  answerWith(async (request) => {
    await gate.opened;
    return noHeader(request);
  });
  const said = askAgain(panel);
  await expect.poll(() => api.requests.length, { timeout: 15_000 }).toBe(2);
  const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: api.origin };
  const before = await headerRules(panel);
  await sendMessage(panel, { ...command, enabled: true });
  const during = await headerRules(panel);
  expect(during).toEqual(expect.arrayContaining(before));
  gate.open();
  expect(await said).toMatch(/still blocked.*x-asked/);
  const after = await headerRules(panel);
  expect(after).toEqual(during.filter(({ id }) => before.every((rule) => rule.id !== id)));
  await sendMessage(panel, { ...command, enabled: false });
  await noDeclaredRules(panel);
});

test('the page hears nothing of it, and no row is added', async () => {
  const { page, panel, tabId, pageOrigin } = await startBlocked(notAllowed);
  const requests: string[] = [];
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
  const report = await exportReport(panel, tabId);
  await askAgain(panel);
  // As long as DevTools could still tell of it.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await exportReport(panel, tabId)).toEqual(report);
  expect(await panel.$$('[role=treeitem][aria-level="2"]')).toHaveLength(1);
  expect(requests).toEqual([]);
  const entries = () => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  expect(await page.evaluate(entries)).toEqual(['/v1']);
  expect(page.url()).toBe(`${pageOrigin}/`);
});

test('the button works by keyboard, and what came of it is announced', async () => {
  const { panel } = await startBlocked(notAllowed);
  const button = await panel.waitForSelector(BUTTON);
  await button?.focus();
  await button?.press('Enter');
  await waitForDetail(panel, ['Now (', 'OPTIONS 405']);
  expect(await panel.$eval(STATUS, (element) => element.ariaLive)).toBe('polite');
});

test('a worker that is stopped meanwhile leaves no rule behind', async () => {
  const { api, panel, tabId, answerWith } = await startBlocked(notAllowed);
  const gate = new Gate();
  answerWith(async () => {
    await gate.opened;
    return null;
  });
  await click(panel, BUTTON);
  await expect.poll(() => api.requests.length, { timeout: 15_000 }).toBe(2);
  expect(await declaredRules(panel)).toHaveLength(1);
  await stopWorker(chromium.browser, chromium.extensionId);
  await wakeWorker(chromium.browser, chromium.extensionId, panel);
  await noDeclaredRules(panel);
  await waitForDetail(panel, ["The server couldn't be asked"]);
  gate.open();
  answerWith(fixed);
  expect(await askAgain(panel)).toContain('Preflight fixed');
  expect((await exportReport(panel, tabId)).exchanges).toHaveLength(1);
});

test('a call without a preflight offers no such button', async () => {
  const { api, page, panel } = await startBlocked(notAllowed);
  await verdictsOn(page, [{ url: `${api.origin}/simple` }]);
  await click(panel, '[role=tree] ::-p-text(simple)');
  await waitForDetail(panel, ['/simple']);
  expect(await panel.$(BUTTON)).toBeNull();
});

describe('no preflight is sent', () => {
  test('for a request that is not there', async () => {
    const { api, panel, tabId } = await startBlocked(notAllowed);
    const answer = await sendMessage(panel, { type: 'probePreflight', tabId, exchangeId: 'none' });
    expect(answer).toStrictEqual({ ok: false, error: expect.any(String) });
    expect(api.requests).toHaveLength(1);
  });

  test('to a host that is not granted', async () => {
    const { api, page, panel, tabId } = await startBlocked(notAllowed);
    const target = api.origin.replace('127.0.0.1', 'api.example.test');
    await call(page, target);
    await settledExchanges(panel, tabId, 2);
    const keys = await panel.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
    const ids = keys.flatMap((key) => /^exchange\/\d+\/(.+)$/.exec(key)?.[1] ?? []);
    const arrived = api.requests.length;
    const answers = await Promise.all(
      ids.map((exchangeId) => sendMessage(panel, { type: 'probePreflight', tabId, exchangeId })),
    );
    expect(answers).toContainEqual({ ok: false, error: `The extension has no access to ${target}.` });
    expect(api.requests.slice(arrived).map(({ headers }) => headers.get('host'))).toEqual([
      api.origin.slice('http://'.length),
    ]);
  });
});
