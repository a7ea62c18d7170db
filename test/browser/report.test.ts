import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { ReportV2 } from '../../src/report/report-v2.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { schemaProblems } from '../support/report-schema.ts';
import { click } from './harness/click.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport, sendMessage, tabIdOf } from './harness/extension-page.ts';
import { type Call, verdictsOn } from './support/chrome-verdict.ts';
import { declaredRules } from './support/declared-rules.ts';
import { catchDownloads } from './support/downloads.ts';
import { openPageWithApi } from './support/page-with-api.ts';
import { waitForDetail } from './support/panel-view.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const SECRET = 'S3CR3T';

/** Refuses calls by their path. */
function answer({ path, headers, isPreflight }: RawRequest): string {
  const origin = ['Access-Control-Allow-Origin', headers.get('origin') ?? ''] as const;
  const secrets = ['Set-Cookie', 'Cookie', 'Authorization', 'Proxy-Authorization'].map((name) => {
    return [name, `${name}=${SECRET}`] as const;
  });
  if (path.startsWith('/secret')) {
    const names = ['Access-Control-Allow-Headers', 'authorization'] as const;
    return isPreflight ? httpAnswer(204, [origin, names, ...secrets]) : httpAnswer(200, secrets);
  }
  if (path.startsWith('/fine')) return httpAnswer(200, [origin]);
  return isPreflight ? httpAnswer(204, [origin]) : httpAnswer(200, []);
}

const start = () => openPageWithApi(chromium, answer);

/** The same after a call that was blocked. */
async function startBlocked() {
  const scene = await start();
  const call: Call = { url: `${scene.api.origin}/blocked`, method: 'PUT', headers: { 'x-asked': '1' } };
  await verdictsOn(scene.page, [call]);
  await settledExchanges(scene.extension, scene.tabId, 1);
  return scene;
}

const EXCHANGE = {
  url: expect.any(String),
  method: expect.any(String),
  origin: expect.any(String),
  tabId: expect.any(Number),
  startedAt: expect.any(Number),
  outcome: expect.stringMatching(/^(?:allowed|blocked|failed|pending)$/),
  preflight: expect.anything(),
  response: null,
  failures: expect.any(Array),
  credentials: expect.stringMatching(/^(?:included|omitted|unknown)$/),
  cause: expect.any(String),
  requiredHeaders: expect.any(Array),
  overridden: false,
};

describe('the report', () => {
  test('has exactly the fields of its format', async () => {
    const { api, origin, extension, tabId } = await startBlocked();
    const report = await exportReport(extension, tabId);
    expect(report).toStrictEqual({
      format: 'preflight-inspector/report',
      version: 1,
      browser: await extension.evaluate(() => navigator.userAgent),
      exchanges: [
        { ...EXCHANGE, url: `${api.origin}/blocked`, method: 'PUT', origin, tabId, outcome: 'blocked' },
      ],
    });
  });

  test('tells what was asked and answered, what is wrong and what is needed', async () => {
    const { origin, extension, tabId } = await startBlocked();
    const [exchange] = (await exportReport(extension, tabId)).exchanges;
    expect(exchange?.preflight).toStrictEqual({
      status: 204,
      requestHeaders: expect.arrayContaining([
        ['Origin', origin],
        ['Access-Control-Request-Method', 'PUT'],
        ['Access-Control-Request-Headers', 'x-asked'],
      ]),
      responseHeaders: [
        ['Access-Control-Allow-Origin', origin],
        ['Connection', 'close'],
      ],
    });
    expect(exchange?.failures).toStrictEqual([
      {
        stage: 'preflight',
        error: 'PreflightInvalidAllowCredentials',
        parameter: null,
        when: 'credentials-included',
      },
      { stage: 'preflight', error: 'MethodDisallowedByPreflightResponse', parameter: 'PUT', when: 'always' },
      {
        stage: 'preflight',
        error: 'HeaderDisallowedByPreflightResponse',
        parameter: 'x-asked',
        when: 'always',
      },
    ]);
    expect(exchange?.requiredHeaders).toContainEqual({
      on: 'preflight',
      name: 'Access-Control-Allow-Headers',
      value: 'x-asked',
    });
  });

  test('never holds a secret, and no stored header does', async () => {
    const { api, page, extension, tabId } = await start();
    const calls = ['x-asked', 'authorization'].map((name): Call => {
      const url = `${api.origin}/secret/${name}?api_key=${SECRET}&page=2#${SECRET}`;
      return { url: url.replace(/#.*/, ''), headers: { [name]: `Bearer ${SECRET}` }, credentials: 'include' };
    });
    await verdictsOn(page, calls);
    const exchanges = await settledExchanges(extension, tabId, 2);
    expect(JSON.stringify(exchanges)).not.toContain(SECRET);
    expect(exchanges.map(({ url }) => url)).toEqual([
      `${api.origin}/secret/x-asked?api_key=…&page=2`,
      `${api.origin}/secret/authorization?api_key=…&page=2`,
    ]);
    const redacted = ['Set-Cookie', 'Cookie', 'Authorization', 'Proxy-Authorization'].map((name) => [
      name,
      '…',
    ]);
    for (const { preflight } of exchanges)
      expect(preflight?.responseHeaders).toEqual(expect.arrayContaining(redacted));
    const stored = await extension.evaluate(async () =>
      JSON.stringify(await chrome.storage.session.get(null)),
    );
    expect(stored).not.toMatch(new RegExp(`(?:=|Bearer )${SECRET}(?!&)`));
  });

  test('leaves out requests to the page’s own origin, and those that are not of CORS mode', async () => {
    const { api, page, extension, tabId } = await start();
    await page.evaluate(
      (url) =>
        Promise.all([
          fetch('/data.json'),
          fetch('/data.json', { method: 'POST' }),
          fetch(url, { mode: 'no-cors' }),
          fetch(url, { mode: 'no-cors', method: 'POST', body: 'text' }),
        ]),
      `${api.origin}/no-cors`,
    );
    await verdictsOn(page, [{ url: `${api.origin}/fine` }]);
    const exchanges = await settledExchanges(extension, tabId, 1);
    expect(exchanges.map(({ url }) => url)).toEqual([`${api.origin}/fine`]);
  });

  test('holds a request to the page’s own origin that was redirected to another', async () => {
    const { api, page, extension, tabId, origin } = await startRedirecting();
    await page.evaluate(() => fetch('/leave').catch(() => {}));
    const exchanges = await settledExchanges(extension, tabId, 1);
    expect(exchanges).toMatchObject([
      {
        url: `${api.origin}/blocked`,
        origin,
        outcome: 'blocked',
        failures: [{ error: 'MissingAllowOriginHeader' }, {}],
      },
    ]);
  });
});

/** A page whose server redirects `/leave` to the API. */
async function startRedirecting() {
  const api = await chromium.started(startRawServer(answer));
  const own = await chromium.started(
    startRawServer(({ path }) =>
      path === '/leave'
        ? httpAnswer(302, [['Location', `${api.origin}/blocked`]])
        : httpAnswer(200, [['Content-Type', 'text/html']], '<!doctype html><title>A page</title>'),
    ),
  );
  const page = await chromium.openPage(`${own.origin}/`);
  const extension = await chromium.openExtensionPage();
  return { api, origin: own.origin, page, extension, tabId: await tabIdOf(extension, `${own.origin}/`) };
}

describe('the commands', () => {
  test('clearExchanges empties the report', async () => {
    const { extension, tabId } = await startBlocked();
    expect(await sendMessage(extension, { type: 'clearExchanges', tabId })).toStrictEqual({ ok: true });
    expect((await exportReport(extension, tabId)).exchanges).toEqual([]);
  });

  test('setOverride is in force when it answers, on and off', async () => {
    const { api, origin, page, extension, tabId } = await startBlocked();
    const command = { type: 'setOverride', tabId, pageOrigin: origin, targetOrigin: api.origin };
    expect(await sendMessage(extension, { ...command, enabled: true })).toStrictEqual({ ok: true });
    expect(await passes(page, `${api.origin}/on`)).toBe(true);
    expect(await sendMessage(extension, { ...command, enabled: false })).toStrictEqual({ ok: true });
    expect(await passes(page, `${api.origin}/off`)).toBe(false);
    const { exchanges } = await exportReport(extension, tabId);
    expect(exchanges.map(({ outcome, overridden }) => ({ outcome, overridden }))).toEqual([
      { outcome: 'blocked', overridden: false },
      { outcome: 'allowed', overridden: true },
      { outcome: 'blocked', overridden: false },
    ]);
  });

  test('what passed thanks to an override keeps the server’s own headers and faults', async () => {
    const { api, origin, page, extension, tabId } = await start();
    const command = {
      type: 'setOverride',
      tabId,
      pageOrigin: origin,
      targetOrigin: api.origin,
      enabled: true,
    };
    await sendMessage(extension, command);
    expect(await passes(page, `${api.origin}/on`)).toBe(true);
    const [exchange] = await settledExchanges(extension, tabId, 1);
    expect(exchange?.response?.responseHeaders.map(([name]) => name)).toEqual([
      'Content-Length',
      'Connection',
    ]);
    expect(exchange?.failures.map(({ error }) => error)).toContain('HeaderDisallowedByPreflightResponse');
  });
});

async function passes(page: Page, url: string): Promise<boolean> {
  const [verdict] = await verdictsOn(page, [{ url, method: 'PUT', headers: { 'x-asked': '1' } }]);
  return verdict?.passed === true;
}

test('a message that is no command is refused and changes nothing', async () => {
  const pair = { pageOrigin: 'http://localhost:1', targetOrigin: 'http://127.0.0.1:1' };
  const MESSAGES: readonly (readonly [name: string, message: (tabId: number) => unknown])[] = [
    ['nothing', () => null],
    ['a text', () => 'exportReport'],
    ['a list', () => [{ type: 'clearExchanges' }]],
    ['an unknown type', (tabId) => ({ type: 'dropExchanges', tabId })],
    ['no type', (tabId) => ({ tabId })],
    ['no tab', () => ({ type: 'clearExchanges' })],
    ['a tab that is text', (tabId) => ({ type: 'clearExchanges', tabId: String(tabId) })],
    ['half a tab', (tabId) => ({ type: 'clearExchanges', tabId: tabId + 0.5 })],
    ['an override without origins', (tabId) => ({ type: 'setOverride', tabId, enabled: true })],
    [
      'an origin with a path',
      (tabId) => ({
        type: 'setOverride',
        tabId,
        ...pair,
        targetOrigin: 'http://127.0.0.1:1/',
        enabled: true,
      }),
    ],
    [
      'an origin that is null',
      (tabId) => ({ type: 'setOverride', tabId, ...pair, pageOrigin: 'null', enabled: true }),
    ],
    ['enabled that is text', (tabId) => ({ type: 'setOverride', tabId, ...pair, enabled: 'true' })],
    [
      'an unknown consent',
      (tabId) => ({ type: 'setOverride', tabId, ...pair, enabled: true, allow: ['all'] }),
    ],
    [
      'an override for a tab that is not there',
      () => ({ type: 'setOverride', tabId: 2 ** 30, ...pair, enabled: true }),
    ],
    [
      'an override for a host that is not granted',
      (tabId) => ({
        type: 'setOverride',
        tabId,
        ...pair,
        targetOrigin: 'http://api.example.test',
        enabled: true,
      }),
    ],
  ];

  const { extension, tabId } = await startBlocked();
  const before = await exportReport(extension, tabId);
  for (const [name, message] of MESSAGES) {
    const answer = await sendMessage(extension, message(tabId));
    expect({ name, answer }).toStrictEqual({ name, answer: { ok: false, error: expect.any(String) } });
    expect({ name, report: await exportReport(extension, tabId) }).toStrictEqual({ name, report: before });
    expect({ name, rules: await declaredRules(extension) }).toEqual({ name, rules: [] });
  }
});

test('the Export button saves exactly the report', async () => {
  const { page, api } = await startBlocked();
  const { panel } = await chromium.openPanel(page);
  await waitForDetail(panel, ['x-asked']);
  const downloads = await chromium.started(catchDownloads(chromium.browser));
  const saved = downloads.next();
  await click(panel, '::-p-aria(Export[role="button"])');
  const { name, content } = await saved;
  expect(name).toBe('preflight-inspector-report.json');
  expect(JSON.parse(content)).toStrictEqual(await exportReport(panel, await inspectedTabId(panel)));
  expect(content).toContain(`${api.origin}/blocked`);
});

test('the second button saves version 2: all of version 1, redirects, request headers, the line of code and words', async () => {
  const { api, page } = await startRedirecting();
  const { panel } = await chromium.openPanel(page);
  await page.evaluate(
    (url) =>
      Promise.all([
        fetch('/leave').catch(() => {}),
        fetch(url, { headers: { 'x-asked': '1' } }).catch(() => {}),
      ]),
    `${api.origin}/secret?api_key=${SECRET}`,
  );
  const tabId = await inspectedTabId(panel);
  await settledExchanges(panel, tabId, 2);
  await waitForDetail(panel, ['127.0.0.1']);
  const downloads = await chromium.started(catchDownloads(chromium.browser));
  const saved = downloads.next();
  await click(panel, '::-p-aria(Export with explanations[role="button"])');
  const { name, content } = await saved;
  expect(name).toBe('preflight-inspector-report-v2.json');
  const report: ReportV2 = JSON.parse(content);
  expect(schemaProblems(report)).toEqual([]);
  expect(content).not.toContain(SECRET);
  expect(report).toMatchObject({ version: 2, exchanges: (await exportReport(panel, tabId)).exchanges });
  const redirected = report.exchanges.find(({ hops }) => hops.length === 2);
  expect(redirected).toMatchObject({
    calledFrom: { line: expect.any(Number) },
    hops: [
      { requestHeaders: expect.any(Array), response: { status: 302 } },
      { requestHeaders: expect.any(Array) },
    ],
    words: { headline: expect.stringContaining('127.0.0.1') },
  });
});
