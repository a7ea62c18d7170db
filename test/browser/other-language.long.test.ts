import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { callAll, startCallingPage } from './support/calling-page.ts';
import { waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium({ language: 'fr' });

test('in a French Chromium the texts are English, and so are their plurals, lists and the name of their language', async () => {
  const extension = await chromium.openExtensionPage();
  const language = await extension.evaluate(() => chrome.i18n.getUILanguage());
  expect(language, "Debian's Chromium has its languages in a package of their own: chromium-l10n").toBe('fr');
  const api = await chromium.started(
    startRawServer(() => httpAnswer(200, [['Access-Control-Allow-Origin', '*']])),
  );
  const { origin } = await chromium.started(startCallingPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const headers = { 'x-a': '1', 'x-b': '1', 'x-c': '1' };
  await callAll(page, [{ url: `${api.origin}/orders`, headers }]);
  await waitForPanelText(panel, ['preflight']);
  await waitForDetail(panel, ['x-a, x-b, and x-c']);
  expect(await panel.evaluate(() => document.documentElement.lang)).toBe('en');
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await popup.waitForFunction(() => document.body.innerText.includes('1 request blocked'));
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('en');
});
