import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../../src/commands/command-error.ts';
import { errorSentence } from '../../src/commands/error-sentence.ts';
import { sampleProblem } from '../commands/sample-problem.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { callAll, startCallingPage } from './support/calling-page.ts';
import { overflowing } from './support/overflow.ts';
import { resizePanel, WIDTHS } from './support/panel-size.ts';
import { unfoldAll } from './support/panel-states.ts';
import { proseOf } from './support/prose.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium({ language: 'zh-CN' });
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('Chromium speaks Chinese here', async () => {
  const extension = await chromium.openExtensionPage();
  const language = await extension.evaluate(() => chrome.i18n.getUILanguage());
  expect(language, "Debian's Chromium has its languages in a package of their own: chromium-l10n").toBe(
    'zh-CN',
  );
});

test('docs/zh-CN/permissions-and-privacy.md quotes what Chrome says of the extension', async () => {
  const extension = await chromium.openExtensionPage();
  const warnings = await extension.evaluate(
    (manifest) => chrome.management.getPermissionWarningsByManifest(manifest),
    read('dist/chrome/manifest.json'),
  );
  expect(warnings).toHaveLength(2);
  for (const warning of warnings)
    expect(read('docs/zh-CN/permissions-and-privacy.md')).toContain(`*${warning}*`);
});

/** Two words in a row without a Chinese letter are a sentence that was forgotten; one word is a name. */
async function untranslated(shown: Frame | Page): Promise<string[]> {
  const texts = await proseOf(shown);
  return texts.filter((text) => /[a-z]{2,} [a-z]{2,}/.test(text) && !/\p{Script=Han}/u.test(text));
}

test('a ticket is pasted, and a wrong verdict reported, in Chinese', async () => {
  const api = await chromium.started(startRawServer(() => httpAnswer(405, [['allow', 'GET']])));
  const { origin } = await chromium.started(startCallingPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await callAll(page, [{ url: `${api.origin}/orders`, headers: { 'x-asked': '1' } }]);
  await waitForPanelText(panel, ['405', '判断有误？']);
  for (const [button, words] of [
    ['判断有误？', '没有任何部分离开这台电脑'],
    ['粘贴工单', '复制的工单'],
  ]) {
    await click(panel, `::-p-aria(${button}[role="button"])`);
    await waitForPanelText(panel, [words ?? '']);
    // The issue itself is written in English: who reads it may not know the language.
    await panel.$$eval('[lang=en]', (all) => {
      for (const one of all) one.remove();
    });
    expect(await untranslated(panel)).toEqual([]);
    expect(await overflowing(panel)).toEqual([]);
    await panel.$$eval('dialog button', (all) => all.at(-1)?.click());
    await panel.waitForFunction(() => document.querySelector('dialog') === null, { polling: 20 });
  }
});

test('everything is said in Chinese, and nothing is wider than the window', async () => {
  const api = await chromium.started(startRawServer(() => httpAnswer(405, [['allow', 'GET']])));
  const { origin } = await chromium.started(startCallingPage());
  const shown = await chromium.openInspected(`${origin}/`);
  const { page } = shown;
  await callAll(page, [{ url: `${api.origin}/orders`, headers: { 'x-asked': '1' } }]);
  await waitForPanelText(shown.panel, ['预检请求', '405']);
  expect(await shown.panel.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  expect(await untranslated(shown.panel)).toEqual([]);
  await unfoldAll(shown.panel);
  expect(await untranslated(shown.panel)).toEqual([]);
  for (const width of WIDTHS) {
    await resizePanel(shown, width, 800);
    expect({ width, found: await overflowing(shown.panel) }).toEqual({ width, found: [] });
  }
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await popup.waitForFunction(() => document.body.innerText.includes('被拦截'));
  expect(await untranslated(popup)).toEqual([]);
});

test('why a command failed is said in Chinese alone, whatever the reason', async () => {
  const { origin } = await chromium.started(startCallingPage());
  const { panel } = await chromium.openInspected(`${origin}/`);
  for (const code of ERROR_CODES) {
    const { parameters } = sampleProblem(code);
    const refusal = { ok: false, error: 'Error: Cannot access a page', code, parameters };
    await panel.evaluate((answer) => {
      Object.assign(chrome.runtime, { sendMessage: async () => answer });
    }, refusal);
    await click(panel, '.toolbar button');
    const alert = () => panel.$eval('.toolbar-problem', ({ textContent }) => textContent);
    await expect.poll(alert).toContain(await wordsOf(panel, code));
    expect(await alert()).not.toMatch(/[A-Za-z]{2,} [A-Za-z]{2,}/);
  }
});

/** What is said of an error. */
function wordsOf(panel: Frame, code: ErrorCode): Promise<string> {
  const { key, values } = errorSentence(sampleProblem(code));
  const inOrder = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return panel.evaluate(
    (name, all) => chrome.i18n.getMessage(name, all),
    key,
    inOrder.map(([, value]) => value),
  );
}
