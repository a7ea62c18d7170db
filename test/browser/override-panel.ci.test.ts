import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { click } from './harness/click.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { startBlankPage } from './support/blank-page.ts';
import { headerRemover } from './support/contexts/extension-folders.ts';
import { declaredRules, noDeclaredRules } from './support/declared-rules.ts';
import { endOverrides } from './support/end-overrides.ts';
import { detailText, switchOverride, unfold, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const ALLOW = 'Access-Control-Allow-';

function answer({ path, isPreflight }: RawRequest): string {
  switch (path) {
    case '/wrong':
      return httpAnswer(isPreflight ? 204 : 200, [[`${ALLOW}Origin`, 'http://localhost:1']]);
    case '/no-session':
      return httpAnswer(isPreflight ? 204 : 401, []);
    case '/no-options':
      return httpAnswer(isPreflight ? 405 : 200, []);
    default:
      return httpAnswer(isPreflight ? 204 : 200, []);
  }
}

async function start() {
  const api = await chromium.started(startRawServer(answer));
  const { origin: pageOrigin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  const call = (path: string) => callOf(page, `${api.origin}${path}`);
  return { api, page, pageOrigin, panel, extension, tabId, call };
}

/** @returns the status that the page could read, or null */
function callOf(page: Page, url: string): Promise<number | null> {
  return page.evaluate(
    (target) =>
      fetch(target, { headers: { 'x-asked': '1' } }).then(
        ({ status }) => status,
        () => null,
      ),
    url,
  );
}

async function press(panel: Frame | Page, name: string): Promise<void> {
  await click(panel, `::-p-aria(${name}[role="button"])`);
}

async function showLaterCall(panel: Frame): Promise<void> {
  await waitForDetail(panel, ['Called again']);
  await press(panel, 'Show');
}

test('the proof shows what the server sent beside what was set', async () => {
  const { panel, pageOrigin, call } = await start();
  expect(await call('/wrong')).toBeNull();
  await switchOverride(panel, true);
  await waitForDetail(panel, ['Reload page']);
  expect(await call('/wrong')).toBe(200);
  await showLaterCall(panel);
  await unfold(panel, 'What the override set');
  await waitForDetail(panel, ['What the override set', 'The server sent', 'http://localhost:1', pageOrigin]);
});

test('what got through without its session is called what it is, and foretold before the click', async () => {
  const { panel, call } = await start();
  expect(await call('/no-session')).toBeNull();
  await unfold(panel, 'If the call relies on cookies');
  await waitForDetail(panel, ['SameSite=Lax', 'without its session']);
  await switchOverride(panel, true);
  expect(await call('/no-session')).toBe(401);
  await showLaterCall(panel);
  await waitForDetail(panel, ['got through, thanks to the override', '401']);
});

test('what is still blocked says why, and which consent would help', async () => {
  const { api, panel, pageOrigin, extension, tabId, call } = await start();
  const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: api.origin, enabled: true };
  await sendMessage(extension, command);
  expect(await call('/no-options')).toBeNull();
  await waitForDetail(panel, [
    'Still blocked although the override is on',
    '405',
    'Chrome must answer it itself',
  ]);
  await press(panel, 'Turn on');
  await expect.poll(() => call('/no-options')).toBe(200);
});

test('where another extension takes away what was set, that is said', async () => {
  const { panel, extension, call } = await start();
  const folder = await chromium.started(Promise.resolve(headerRemover(`${ALLOW}Origin`)));
  expect(await call('/')).toBeNull();
  await switchOverride(panel, true);
  expect(await call('/')).toBe(200);
  const other = await chromium.browser.installExtension(folder.path);
  // Until what was learnt is surely in force.
  await new Promise((resolve) => setTimeout(resolve, 600));
  try {
    expect(await call('/')).toBeNull();
    await waitForDetail(panel, ['still blocked']);
    await showLaterCall(panel);
    await waitForDetail(panel, ['another extension may be changing headers']);
  } finally {
    await chromium.browser.uninstallExtension(other);
  }
  expect(await call('/')).toBe(200);
  expect(await detailText(panel)).not.toContain('Still blocked although');
  expect(await declaredRules(extension)).not.toEqual([]);
});

test('an override whose time is up says so, and is switched on again', async () => {
  const { api, panel, pageOrigin, call } = await start();
  expect(await call('/')).toBeNull();
  await switchOverride(panel, true);
  await endOverrides(chromium);
  expect(await call('/')).toBeNull();
  await waitForPanelText(panel, ['ended', 'On again']);
  await press(panel, `Turn the override ${new URL(pageOrigin).host} → 127.0.0.1:${api.port} on again`);
  await panel.waitForSelector('[role=switch][aria-checked=true]');
  expect(await call('/')).toBe(200);
});

test('several overrides are listed, and end at once', async () => {
  const { api, page, panel, pageOrigin, extension, tabId, call } = await start();
  const other = await chromium.started(startRawServer(answer));
  const pair = { type: 'setOverride', tabId, pageOrigin, enabled: true };
  for (const { origin } of [api, other]) await sendMessage(extension, { ...pair, targetOrigin: origin });
  expect(await call('/')).toBe(200);
  await waitForPanelText(panel, [`127.0.0.1:${api.port}`, `127.0.0.1:${other.port}`, 'All off']);
  await press(panel, 'All off');
  await noDeclaredRules(extension);
  expect(await call('/')).toBeNull();
  for (const { origin } of [api, other]) await sendMessage(extension, { ...pair, targetOrigin: origin });
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await press(popup, 'All off');
  await noDeclaredRules(extension);
});
