import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReportedExchange } from '../../src/report/report.ts';
import { listen } from '../servers/listen.ts';
import { createRawHttpServer, type RawResponse } from '../servers/raw-http.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { exportReport } from './harness/extension-page.ts';
import { BUILT_EXTENSION } from './harness/launch.ts';
import type { Stage } from './harness/stage.ts';
import { grantedEverything } from './support/contexts/extension-folders.ts';
import { ownChromium, shareChromium } from './support/shared-chromium.ts';

function answer(request: RawRequest): RawResponse {
  const origin = request.headers.get('origin') ?? 'none';
  const allowed = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Headers', 'x-ok'],
  ] as const;
  const preflight = request.headers.has('access-control-request-method');
  if (request.path === '/')
    return { status: 200, headers: [['Content-Type', 'text/html']], body: '<title>page</title>' };
  if (preflight && request.path === '/405') return { status: 405, headers: [['Allow', 'GET']], body: '' };
  if (preflight && request.path.startsWith('/302'))
    return { status: 302, headers: [['Location', '/login'], ...allowed], body: '' };
  if (preflight) return { status: 204, headers: allowed, body: '' };
  if (request.path === '/plain') return { status: 200, headers: [], body: 'secret' };
  if (request.path === '/password') {
    const location = `http://user:s3cret@api.example.test:${port}/plain`;
    return { status: 302, headers: [['Location', location]], body: '' };
  }
  if (request.path === '/redirected')
    return { status: 302, headers: [['Location', '/plain'], ...allowed], body: '' };
  return { status: 200, headers: allowed, body: 'ok' };
}

/** What the page asks for, and the outcome and first fault that have to be reported. */
const CALLS = [
  {
    path: '/header',
    init: { method: 'POST', headers: { 'x-not-allowed': '1', authorization: 'Bearer s3cret' } },
  },
  { path: '/405', init: { method: 'PUT' } },
  { path: '/302', init: { method: 'PUT' } },
  { path: '/plain', init: {} },
  { path: '/redirected', init: {} },
  { path: '/ok', init: { headers: { 'x-ok': '1' } } },
];

/** What both sources can tell; `fetch` and `xmlhttprequest` differ, times and ids, too. */
function essence({
  url,
  method,
  origin,
  outcome,
  preflight,
  failures,
  cause,
  requiredHeaders,
}: ReportedExchange) {
  return {
    url,
    method,
    origin,
    outcome,
    status: preflight?.status ?? null,
    failures,
    cause,
    requiredHeaders,
  };
}

const server = createRawHttpServer(answer);
const port = await listen(server, '127.0.0.1');
const withoutGrants = ungrantedExtension();
afterAll(() => {
  server.close();
  rmSync(withoutGrants, { recursive: true });
});
const granted = shareChromium();
const ungranted = ownChromium({ extension: withoutGrants });

/** @returns the folder of the extension as it is when no host is granted */
function ungrantedExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  cpSync(BUILT_EXTENSION, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { host_permissions: _none, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

async function callAll(page: Page, api: string): Promise<void> {
  for (const { path, init } of CALLS) {
    await page.evaluate(
      (url, options) =>
        fetch(url, options).then(
          () => undefined,
          () => undefined,
        ),
      api + path,
      init,
    );
  }
}

/** Stops the browser's main process for 15 ms, 25 times a second; pages and the network go on. @returns what ends it */
function pauseAgainAndAgain(browser: Browser): () => void {
  const chromium = browser.process();
  const pauses = setInterval(() => {
    chromium?.kill('SIGSTOP');
    setTimeout(() => chromium?.kill('SIGCONT'), 15);
  }, 40);
  return () => clearInterval(pauses);
}

/** The report once it holds `count` exchanges that are over. */
async function reportOf(panel: Frame, count: number): Promise<readonly ReportedExchange[]> {
  const tabId = await inspectedTabId(panel);
  return await expect
    .poll(
      async () => (await exportReport(panel, tabId)).exchanges.filter(({ outcome }) => outcome !== 'pending'),
      {
        timeout: 10_000,
        interval: 100,
      },
    )
    .toHaveLength(count)
    .then(async () => (await exportReport(panel, tabId)).exchanges);
}

async function explained(
  chromium: Stage,
  pageUrl: string,
  api: string,
): Promise<readonly ReportedExchange[]> {
  const { page, panel } = await chromium.openInspected(pageUrl);
  await callAll(page, api);
  return await reportOf(panel, CALLS.length);
}

/** On a page whose host isn't potentially trustworthy: no header says that the call is one of CORS mode. */
const REDIRECTED = "a call to the page's own origin that is redirected to a URL with a password is blocked";
async function expectRedirectRefused(chromium: Stage): Promise<void> {
  const { page, panel } = await chromium.openInspected(`http://app.example.test:${port}/`);
  await page.evaluate(() => fetch('/password').catch(() => {}));
  const [exchange] = await reportOf(panel, 1);
  expect(exchange).toMatchObject({
    url: `http://app.example.test:${port}/password`,
    outcome: 'blocked',
    failures: [{ stage: 'redirect', error: 'RedirectContainsCredentials' }],
  });
  expect(JSON.stringify(exchange)).not.toContain('s3cret');
}

describe('with every host granted', () => {
  const everything = grantedEverything();
  const chromium = ownChromium({ extension: everything.path });
  afterAll(() => everything.close());

  test(REDIRECTED, () => expectRedirectRefused(chromium));
});

describe('without any grant, and DevTools open', () => {
  test('a page on localhost is explained as fully as with the grant', async () => {
    const [page, api] = [`http://localhost:${port}/`, `http://127.0.0.1:${port}`];
    const told = await explained(granted, page, api);
    const seen = await explained(ungranted, page, api);
    expect(seen.map(essence)).toEqual(told.map(essence));
    expect(told.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('blocked'), 'allowed']);
  });

  test('so is a page on a public-looking host', async () => {
    const [page, api] = [`http://app.example.test:${port}/`, `http://api.example.test:${port}`];
    const seen = await explained(granted, page, api);
    expect(seen.map(({ outcome, failures }) => [outcome, failures[0]?.error ?? null])).toEqual([
      ['blocked', 'PreflightInvalidAllowCredentials'],
      ['blocked', 'PreflightMissingAllowOriginHeader'],
      ['blocked', 'PreflightDisallowedRedirect'],
      ['blocked', 'MissingAllowOriginHeader'],
      ['blocked', 'MissingAllowOriginHeader'],
      ['allowed', null],
    ]);
    expect(JSON.stringify(seen)).not.toContain('s3cret');
  });

  test(REDIRECTED, () => expectRedirectRefused(ungranted));

  test.each([
    // One after another, which is when answers are late: of 60 about five.
    ['an answer that reaches DevTools later than the end of its preflight is waited for', () => () => {}],
    [
      'a preflight that the browser is too busy to hear of until its request is over is no other one',
      pauseAgainAndAgain,
    ],
  ])('%s', async (_, trouble) => {
    const { page, panel } = await ungranted.openInspected(`http://localhost:${port}/`);
    const tabId = await inspectedTabId(panel);
    const end = trouble(ungranted.browser);
    await page.evaluate(async (url) => {
      for (let call = 0; call < 60; call++) await fetch(`${url}?${call}`, { method: 'PUT' }).catch(() => {});
    }, `http://127.0.0.1:${port}/302`);
    end();
    const told = async () =>
      (await exportReport(panel, tabId)).exchanges.map(({ cause, preflight }) => [cause, preflight?.status]);
    await expect.poll(told, { interval: 200 }).toEqual(Array(60).fill(['preflight-login-redirect', 302]));
  });
});

test('with the grant, DevTools adds the line of code and no row is doubled', async () => {
  const { page, panel } = await granted.openInspected(`http://localhost:${port}/`);
  await callAll(page, `http://127.0.0.1:${port}`);
  await reportOf(panel, CALLS.length);
  await panel.waitForFunction(() => document.body.innerText.includes('Called from'));
  // As long as a late source could still add a row of its own.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await reportOf(panel, CALLS.length)).toHaveLength(CALLS.length);
});
