import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { type ExtensionContext, tabIdOf } from './harness/extension-page.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { shareChromium } from './support/chromium-per-file.ts';
import { waitForDetail } from './support/panel-view.ts';
import { settledExchanges } from './support/settled-report.ts';
import { watchErrors } from './support/watch-errors.ts';

const LOOK_ALIKES = ['localhost.evil.test', '127.0.0.1.nip.test', 'evil.test', 'api.example.test'];
const chromium = shareChromium({ hosts: LOOK_ALIKES });
const ORIGIN = 'Access-Control-Allow-Origin';
const HEADERS = 'Access-Control-Allow-Headers';

async function start() {
  const { origin } = await chromium.started(startBlankPage());
  const page = await chromium.openPage(`${origin}/`);
  const { panel } = await chromium.openPanel(page);
  const tabId = await inspectedTabId(panel);
  const watched = await chromium.started(watchErrors(chromium.browser, chromium.extensionId));
  return { origin, page, panel, tabId, watched };
}

function storedCharacters(context: ExtensionContext): Promise<number> {
  return context.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)).length);
}

test('URL of 2 MB', async () => {
  const { page, panel, tabId, watched } = await start();
  const api = await chromium.started(startRawServer(() => httpAnswer(204, [])));
  const ungranted = api.origin.replace('127.0.0.1', 'api.example.test');
  for (const [i, origin] of [api.origin, api.origin, ungranted].entries()) {
    const url = await page.evaluate(
      (start, last) => {
        const url = `${start}${'a'.repeat(2 * 1024 * 1024 - start.length - 10)}${last}`;
        return fetch(url, { headers: { 'x-asked': '1' } }).then(() => url.length, (e) => String(e));
      },
      `${origin}/?q=`, String(i),
    );
    console.log(url);
  }
  const ex = await settledExchanges(panel, tabId, 3);
  console.log(ex.map((e) => [e.url.length, e.url.slice(0, 40), e.url.slice(-20), e.outcome, e.failures.map((f) => f.error)]));
  console.log(await storedCharacters(panel), watched.messages);
  await waitForDetail(panel, ['api.example.test']);
});

test('too many headers', async () => {
  const { page, panel, tabId, watched } = await start();
  const api = await chromium.started(startRawServer(({ isPreflight, headers, path }) => {
    const origin = [ORIGIN, headers.get('origin') ?? ''] as const;
    const n = Number(path.slice(1).split('-')[0]);
    if (n === 0) return httpAnswer(200, [...Array.from({ length: 5000 }, (_, i) => [`X-${i}`, '1'] as const), origin, [HEADERS, isPreflight ? 'x-asked' : 'no']]);
    if (n === 1) return httpAnswer(200, [[HEADERS, `${'x-aaaaaaaa, '.repeat(20_000)}x-asked`], origin]);
    if (n === 2) return httpAnswer(200, [[HEADERS, `${'x-aaaaaaaa, '.repeat(30_000)}x-asked`], origin]);
    return httpAnswer(200, [[HEADERS, `${'x-aaaaaaaa, '.repeat(20_000)}`], origin]);
  }));
  const v = await verdictsOn(page, [0, 1, 2, 3].map((n) => ({ url: `${api.origin}/${n}`, headers: { 'x-asked': '1' } })));
  console.log(v);
  const ex = await settledExchanges(panel, tabId, 4);
  console.log(ex.map((e) => [e.url, e.outcome, e.failures.map((f) => f.error)]));
  console.log(await storedCharacters(panel), watched.messages);
  await verdictsOn(page, Array.from({ length: 60 }, (_, n) => ({ url: `${api.origin}/3-${n}`, headers: { 'x-asked': '1' } })));
  const all = await settledExchanges(panel, tabId, 64);
  console.log(all.length, all.map((e) => e.url.slice(-4)).join(' '));
  console.log(await storedCharacters(panel), watched.messages);
});

test('chain', async () => {
  const { page, panel, tabId, watched } = await start();
  const long = 'v'.repeat(120_000);
  const api = await chromium.started(startRawServer(({ path, headers }) => {
    return httpAnswer(302, [[ORIGIN, '*'], ['Location', `/${Number(path.slice(1)) + 1}`], ['X-Long', long], [HEADERS, long], ['Vary', long.slice(0, headers.size)]]);
  }));
  const v = await verdictsOn(page, [{ url: `${api.origin}/0` }]);
  console.log(v, api.requests.length);
  const ex = await settledExchanges(panel, tabId, 1);
  console.log(ex.map((e) => [e.url, e.outcome, e.failures.map((f) => f.error)]));
  console.log(await storedCharacters(panel), watched.messages);
});
void ({} as Frame); void describe; void expect; void tabIdOf;
