import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import type { DevtoolsPanel } from './harness/devtools-panel.ts';
import { panelText, waitForPanelText } from './harness/panel-text.ts';
import { violations } from './support/axe.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { clipboardText, copyToClipboard, pressPaste } from './support/clipboard.ts';
import { keyboardIn } from './support/keyboard.ts';
import { openFilePage } from './support/open-file.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();
const COPIED = '::-p-aria(English[role="button"])';

interface Sender extends DevtoolsPanel {
  readonly apiHost: string;
}

/** A developer's panel, with a call that Express blocks. */
async function sender(): Promise<Sender> {
  const api = await chromium.started(
    startRawServer(() =>
      httpAnswer(204, [
        ['X-Powered-By', 'Express'],
        ['Access-Control-Allow-Origin', '*'],
      ]),
    ),
  );
  const { origin } = await chromium.started(startBlankPage());
  const shown = await chromium.openInspected(`${origin}/`);
  await verdictsOn(shown.page, [{ url: `${api.origin}/v1?token=s3cret`, headers: { 'x-one': '1' } }]);
  await waitForDetail(shown.panel, ['x-one', 'Express']);
  return { ...shown, apiHost: new URL(api.origin).host };
}

/** Copies the ticket in the panel. */
async function copiedTicket({ panel }: Sender): Promise<string> {
  const button = await panel.waitForSelector(COPIED);
  await button?.focus();
  await button?.press('Enter');
  await panel.waitForFunction((element) => element?.textContent === 'Copied', { polling: 20 }, button);
  return clipboardText(chromium);
}

/** What the detail says first, and how it would be fixed. */
function verdict(panel: Frame | Page): Promise<readonly (string | null)[]> {
  return panel.evaluate(() =>
    ['.headline', '[role=treeitem][aria-level="2"]', 'select[aria-label="Your server"]', 'pre'].map(
      (selector) => {
        const found = document.querySelector<HTMLElement>(selector);
        return found instanceof HTMLSelectElement ? found.value : (found?.innerText ?? null);
      },
    ),
  );
}

describe('the back-end team', () => {
  test('sees the same panel: same row, same cause, same recipe', async () => {
    const shown = await sender();
    const before = await verdict(shown.panel);
    const text = await copiedTicket(shown);
    expect(text).not.toContain('s3cret');
    const page = await openFilePage(chromium);
    await copyToClipboard(chromium, `Hello,\n\n${text}\n\nRegards`);
    await page.bringToFront();
    await pressPaste(page);
    await waitForPanelText(page, ['From pasted text', '1 request', 'no other calls of the page', 'x-one']);
    await page.waitForSelector('.detail .headline');
    const [headline, row, server, code] = await verdict(page);
    expect([headline, server, code]).toEqual([before[0], before[2], before[3]]);
    expect(row).toContain(shown.apiHost);
    expect(await panelText(page)).not.toContain('Just for me, now');
    expect(await violations(page)).toEqual([]);
    const stored = await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
    expect(stored).not.toContain('x-one');
    await click(page, '::-p-aria(Close[role="button"])');
    await waitForPanelText(page, ['Drop a HAR file here']);
  });
});

describe('in a tab of its own', () => {
  test.each([
    ['a greeting', 'Hello', 'no HAR and no report'],
    [
      'a ticket that is cut',
      '```json\n{"format":"preflight-inspector/report","version":2,"excha',
      'ends in the middle',
    ],
    ['markup', '<img src=x onerror=document.title=1>', 'no HAR and no report'],
  ])('%s is answered in words', async (_, text, words) => {
    const page = await openFilePage(chromium);
    await copyToClipboard(chromium, text);
    await page.bringToFront();
    await pressPaste(page);
    await waitForPanelText(page, ['From pasted text', words]);
    expect(await violations(page)).toEqual([]);
    expect(await page.title()).toBe('What did CORS block in this recording?');
  });

  test('who knows no shortcut pastes into a field, and Escape leaves it', async () => {
    const page = await openFilePage(chromium);
    await page.focus('::-p-aria(Paste a ticket[role="button"])');
    await page.keyboard.press('Enter');
    const area = await page.waitForSelector('dialog textarea');
    expect(await area?.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await violations(page, true)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null, { polling: 20 });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Paste a ticket',
    );
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog textarea');
    await page.keyboard.type('nothing of it');
    await click(page, '::-p-aria(Show it[role="button"])');
    await waitForPanelText(page, ['no HAR and no report']);
    expect(await page.$('dialog')).toBeNull();
  });

  test('what is pasted into the field opens at once', async () => {
    const shown = await sender();
    const text = await copiedTicket(shown);
    const page = await openFilePage(chromium);
    await copyToClipboard(chromium, text);
    await page.bringToFront();
    await click(page, '::-p-aria(Paste a ticket[role="button"])');
    await page.waitForSelector('dialog textarea');
    await pressPaste(page);
    await waitForPanelText(page, ['From pasted text', 'x-one', shown.apiHost]);
    expect(await page.$('dialog')).toBeNull();
  });
});

describe('in the panel', () => {
  test('a ticket takes the place of the tab until it is closed, and other text does nothing', async () => {
    const shown = await sender();
    const { panel, devtools } = shown;
    const text = await copiedTicket(shown);
    await copyToClipboard(chromium, 'Hello');
    const keyboard = await keyboardIn(shown);
    await keyboard.tabTo('button', 'Paste a ticket');
    await pressPaste(devtools);
    expect(await panelText(panel)).toContain('Preserve log');
    await copyToClipboard(chromium, text);
    await keyboardIn(shown);
    await pressPaste(devtools);
    await waitForPanelText(panel, ['From pasted text', 'x-one']);
    expect(await panelText(panel)).not.toContain('Preserve log');
    await click(panel, '::-p-aria(Close[role="button"])');
    await waitForPanelText(panel, ['Preserve log', 'x-one']);
  });

  test('Escape leaves the field, and DevTools doesn’t hear it', async () => {
    const shown = await sender();
    const { panel } = shown;
    const keyboard = await keyboardIn(shown);
    await keyboard.tabTo('button', 'Paste a ticket');
    await keyboard.press('Enter');
    await panel.waitForSelector('dialog textarea');
    expect(await violations(panel)).toEqual([]);
    await keyboard.press('Escape');
    await panel.waitForFunction(() => document.querySelector('dialog') === null, { polling: 20 });
    expect((await keyboard.focused()).name).toBe('Paste a ticket');
  });
});
