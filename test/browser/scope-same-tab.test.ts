import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { startBlankPage } from './support/blank-page.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const NAVIGATIONS = 10;

/** A tab with an override, and a page on another localhost port whose first call the server itself allows. */
async function start() {
  const api = await chromium.started(
    startRawServer(({ headers, path }) =>
      httpAnswer(200, path === '/' ? [['Access-Control-Allow-Origin', headers.get('origin') ?? '']] : []),
    ),
  );
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const script = `window.first = fetch('${api.origin}/').then(() => 'passed', () => 'refused')`;
  const { origin: otherOrigin } = await chromium.started(
    startStaticPage(new Map([['/index.html', `<!doctype html><script>${script}</script>`]])),
  );
  const page = await chromium.openPage(`${pageOrigin}/`);
  // The page's origin is set from now on, whatever the server answers.
  await page.evaluate((url) => fetch(url).catch(() => {}), `${api.origin}/closed`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  await sendMessage(extension, {
    type: 'setOverride',
    tabId,
    pageOrigin,
    targetOrigin: api.origin,
    enabled: true,
  });
  return { page, pageOrigin, otherOrigin };
}

test('the first call of another localhost port in the tab of an override is untouched', async () => {
  const { page, pageOrigin, otherOrigin } = await start();
  const seen: unknown[] = [];
  for (let count = 0; count < NAVIGATIONS; count++) {
    await page.goto(`${pageOrigin}/`);
    await page.goto(`${otherOrigin}/`);
    seen.push(await page.evaluate('window.first'));
  }
  expect(seen).toEqual(Array.from({ length: NAVIGATIONS }, () => 'passed'));
});

test('the first call of a frame of another localhost port in the page of an override is untouched', async () => {
  const { page, pageOrigin, otherOrigin } = await start();
  const seen: unknown[] = [];
  for (let count = 0; count < NAVIGATIONS; count++) {
    await page.goto(`${pageOrigin}/`);
    await page.evaluate((src) => {
      const iframe = document.createElement('iframe');
      iframe.src = src;
      document.body.append(iframe);
    }, otherOrigin);
    const frame = await page.waitForFrame((one) => one.url().startsWith(otherOrigin));
    // The frame has its address before its script has run.
    const first = await frame.waitForFunction('window.first', { polling: 20 });
    seen.push(await first.jsonValue());
  }
  expect(seen).toEqual(Array.from({ length: NAVIGATIONS }, () => 'passed'));
});
