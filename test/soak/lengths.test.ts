import { describe, expect, test } from 'vitest';
import {
  type ExtensionContext,
  exportReport,
  sendCommand,
  tabIdOf,
} from '../browser/harness/extension-page.ts';
import { waitForPanelText } from '../browser/harness/panel-text.ts';
import { openPopup } from '../browser/harness/popup.ts';
import { startBlankPage } from '../browser/support/blank-page.ts';
import { type Call, verdictsOn } from '../browser/support/chrome-verdict.ts';
import { waitForDetail } from '../browser/support/panel-view.ts';
import { reportWhen, settledExchanges } from '../browser/support/settled-report.ts';
import { ownChromium } from '../browser/support/shared-chromium.ts';
import { openWatchedBlank } from '../browser/support/watched-panel.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';

const UNGRANTED = 'api.example.test';
const chromium = ownChromium();
const ORIGIN = 'Access-Control-Allow-Origin';
const HEADERS = 'Access-Control-Allow-Headers';
const MEBI = 2 ** 20;

function asking(url: string): Call {
  return { url, headers: { 'x-asked': '1' }, credentials: 'omit' };
}

/** What is stored of a tab's exchanges, in characters. */
function storedCharacters(context: ExtensionContext, tabId: number): Promise<number> {
  return context.evaluate(async (id) => {
    const stored = Object.entries(await chrome.storage.session.get<Record<string, string>>(null));
    const ofTab = stored.filter(([key]) => key.startsWith(`exchange/${id}/`));
    return ofTab.reduce((sum, [, text]) => sum + text.length, 0);
  }, tabId);
}

describe('URLs of 2 MB', () => {
  test('are told apart and judged right, by both sources; a part of them is kept, and nothing is sent there again', async () => {
    const { page, panel, tabId, watched } = await openWatchedBlank(chromium);
    const api = await chromium.started(startRawServer(() => httpAnswer(204, [])));
    const starts = [api.origin, api.origin, api.origin.replace('127.0.0.1', UNGRANTED)];
    await page.evaluate(
      (origins, length) =>
        Promise.all(
          origins.map((origin, index) => {
            const url = `${origin}/?q=`;
            const init = { headers: { 'x-asked': '1' } };
            return fetch(`${url}${'a'.repeat(length - url.length - 1)}${index}`, init).catch(() => {});
          }),
        ).then(() => {}),
      starts,
      2 * MEBI,
    );
    const exchanges = await settledExchanges(panel, tabId, starts.length);
    // They go out side by side.
    expect(api.requests.map(({ path }) => path.length).toSorted()).toEqual(
      starts.map(({ length }) => 2 * MEBI - length).toSorted(),
    );
    const seen = exchanges.map(({ url, outcome, failures }) => [url.slice(-2), outcome, failures[0]?.error]);
    expect(seen.toSorted()).toEqual(
      ['a0', 'a1', 'a2'].map((end) => [end, 'blocked', 'PreflightMissingAllowOriginHeader']),
    );
    for (const { url } of exchanges) expect(url.length).toBeLessThan(20_000);
    expect(await storedCharacters(panel, tabId)).toBeLessThan(MEBI / 2);

    const keys = await panel.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
    const ids = keys.flatMap((key) => /^exchange\/\d+\/(.+)$/.exec(key)?.[1] ?? []);
    const answers = await Promise.all(
      ids.map((exchangeId) => sendCommand(panel, { type: 'probePreflight', tabId, exchangeId })),
    );
    expect(answers).toContainEqual({ ok: false, error: 'The URL is too long to be kept.' });
    expect(api.requests).toHaveLength(starts.length);
    expect(watched.messages).toEqual([]);
  });
});

const LIST = 'x-aaaaaaaa, '.repeat(20_000);

/** As much as Chrome takes, by path. */
function answerAtLength({ path, isPreflight, headers }: RawRequest): string {
  const origin = [ORIGIN, headers.get('origin') ?? ''] as const;
  switch (path.split('-')[0]) {
    case '/many':
      return httpAnswer(200, [
        ...Array.from({ length: 8_000 }, (_, index) => [`X-${index}`, '1'] as const),
        origin,
        [HEADERS, isPreflight ? 'x-asked' : ''],
      ]);
    case '/last':
      return httpAnswer(200, [[HEADERS, `${LIST}x-asked`], origin]);
    case '/missing':
      return httpAnswer(200, [[HEADERS, LIST], origin]);
    default:
      return httpAnswer(200, [[HEADERS, `${LIST}${LIST}x-asked`], origin]);
  }
}

describe('answers of 256 KB', () => {
  test('are judged as Chrome judges them', async () => {
    const { page, panel, tabId, watched } = await openWatchedBlank(chromium);
    const api = await chromium.started(startRawServer(answerAtLength));
    const paths = ['/many', '/last', '/missing', '/beyond', '/missing-many'];
    const manyHeaders = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`x-${index}`, '1']));
    const verdicts = await verdictsOn(
      page,
      paths.map((path) => {
        const call = asking(`${api.origin}${path}`);
        return path === '/missing-many' ? { ...call, headers: manyHeaders } : call;
      }),
    );
    const exchanges = await settledExchanges(panel, tabId, paths.length);
    const said = new Map(
      exchanges.map(({ url, outcome, failures }) => [url, [outcome, failures.at(-1)?.error]]),
    );
    expect(paths.map((path) => said.get(`${api.origin}${path}`))).toEqual(
      verdicts.map(({ passed, corsError, netError }) => [
        passed ? 'allowed' : corsError === null ? 'failed' : 'blocked',
        corsError ?? netError ?? undefined,
      ]),
    );
    const popup = await openPopup(chromium.browser, chromium.extensionId, page);
    await waitForPanelText(popup, ['2 requests blocked']);
    await popup.close();
    expect(watched.messages).toEqual([]);
  });

  test('don’t drive out what other tabs have, nor the newest', async () => {
    const { panel, page: calmPage, tabId: calmTab, watched } = await openWatchedBlank(chromium);
    const api = await chromium.started(startRawServer(answerAtLength));
    await verdictsOn(calmPage, [asking(`${api.origin}/missing-calm`)]);
    await settledExchanges(panel, calmTab, 1);
    const { origin } = await chromium.started(startBlankPage());
    const page = await chromium.openPage(`${origin}/`);
    const tabId = await tabIdOf(panel, `${origin}/`);
    const urls = Array.from({ length: 30 }, (_, index) => `${api.origin}/missing-${index}`);
    await page.evaluate(
      (all) =>
        Promise.allSettled(all.map((url) => fetch(url, { headers: { 'x-asked': '1' } }))).then(() => {}),
      urls,
    );
    const { exchanges } = await reportWhen(panel, tabId, (all) => all.some(({ url }) => url === urls.at(-1)));
    expect(exchanges.map(({ url }) => url)).toEqual(urls.slice(-exchanges.length));
    expect(exchanges.length).toBeGreaterThan(5);
    expect(await storedCharacters(panel, tabId)).toBeLessThan(6_000_000);
    expect((await exportReport(panel, calmTab)).exchanges).toHaveLength(1);
    expect(watched.messages).toEqual([]);
  });

  test('in an endless chain of redirects end as Chrome ends it, and take no more room than one', async () => {
    const { page, panel, tabId, watched } = await openWatchedBlank(chromium);
    const long = 'v'.repeat(120_000);
    const api = await chromium.started(
      startRawServer(({ path }) =>
        httpAnswer(302, [
          [ORIGIN, '*'],
          ['Location', `/${Number(path.slice(1)) + 1}`],
          ['X-Long', long],
          [HEADERS, long],
        ]),
      ),
    );
    const [verdict] = await verdictsOn(page, [{ url: `${api.origin}/0` }]);
    expect(verdict?.netError).toBe('net::ERR_TOO_MANY_REDIRECTS');
    const [exchange] = await settledExchanges(panel, tabId, 1);
    expect(exchange).toMatchObject({
      url: `${api.origin}/20`,
      outcome: 'failed',
      failures: [{ error: 'net::ERR_TOO_MANY_REDIRECTS' }],
    });
    expect(await storedCharacters(panel, tabId)).toBeLessThan(1_000_000);
    await waitForDetail(panel, ['ERR_TOO_MANY_REDIRECTS']);
    expect(watched.messages).toEqual([]);
  });
});
