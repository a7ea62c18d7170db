import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test, vi } from 'vitest';
import { blockedInChrome, PAGE, passedAtProxy, sampleEntry, sampleHar } from '../file/sample-har.ts';
import { click } from './harness/click.ts';
import { panelText, waitForPanelText } from './harness/panel-text.ts';
import { openPopup } from './harness/popup.ts';
import { violations } from './support/axe.ts';
import { startBlankPage } from './support/blank-page.ts';
import { chooseFile, openFilePage, savedFile } from './support/open-file.ts';
import { overflowing } from './support/overflow.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

const HAR = JSON.stringify(sampleHar(blockedInChrome()));
const PROXY_HAR = JSON.stringify(sampleHar(passedAtProxy({}), { name: 'mitmproxy', version: '12.1.2' }));

/** A file as the clipboard of the operating system would hand it to the page. */
async function drop(panel: Frame | Page, type: string, name: string, content: string): Promise<void> {
  await panel.evaluate(
    (...[event, fileName, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], fileName));
      document.body.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
    },
    type,
    name,
    content,
  );
}

describe('in the panel', () => {
  test('a chosen file takes the place of the tab until it is closed', async () => {
    const { origin } = await chromium.started(startBlankPage());
    const { panel } = await chromium.openInspected(`${origin}/`);
    await chooseFile(panel, await savedFile('orders.har', HAR));
    await waitForPanelText(panel, [
      'From a file:',
      'orders.har',
      "doesn't allow the request header",
      'Fix it for everyone',
    ]);
    const text = await panelText(panel);
    for (const absent of ['Just for me, now', 'Ask again', 'Preserve log', 'Export', 'Network panel']) {
      expect(text).not.toContain(absent);
    }
    expect(
      await panel.evaluate(() => chrome.storage.session.get().then((all) => JSON.stringify(all))),
    ).not.toContain('x-request-id');
    await click(panel, '::-p-aria(Close the file[role="button"])');
    await waitForPanelText(panel, ['Nothing seen yet', 'Preserve log']);
  });

  test('a file is dropped anywhere', async () => {
    const { origin } = await chromium.started(startBlankPage());
    const { panel } = await chromium.openInspected(`${origin}/`);
    await drop(panel, 'dragover', 'a.har', HAR);
    await waitForPanelText(panel, ['Drop the file to open it']);
    await drop(panel, 'drop', 'a.har', HAR);
    await waitForPanelText(panel, ['From a file:', 'x-request-id']);
    expect(await panelText(panel)).not.toContain('Drop the file to open it');
  });
});

describe('in a tab of its own', () => {
  test('the popup leads there', async () => {
    const { origin } = await chromium.started(startBlankPage());
    const popup = await openPopup(
      chromium.browser,
      chromium.extensionId,
      await chromium.openPage(`${origin}/`),
    );
    // The popup is gone before it could answer.
    await popup.$eval('a[href$="panel/index.html"]', (link) => link.click()).catch(() => {});
    const page = await vi.waitFor(
      async () => {
        const pages = await chromium.browser.pages();
        const found = pages.find((one) => one.url().endsWith('/src/panel/index.html'));
        if (found === undefined) throw new Error('No tab has been opened.');
        return found;
      },
      { timeout: 5_000 },
    );
    await waitForPanelText(page, ['Drop a HAR file here']);
    expect(await page.title()).toBe('What did CORS block in this recording?');
    await page.close();
  });

  test('one file after the other is shown, by keyboard, and axe finds nothing', async () => {
    const page = await openFilePage(chromium);
    expect(await violations(page)).toEqual([]);
    await chooseFile(page, await savedFile('proxy.har', PROXY_HAR));
    await waitForPanelText(page, [
      'with mitmproxy 12.1.2',
      "doesn't say how calls ended",
      'Fix it for everyone',
    ]);
    expect(await violations(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await violations(page, true)).toEqual([]);
    await chooseFile(page, await savedFile('orders.har', HAR));
    await waitForPanelText(page, ['orders.har', 'x-request-id', 'Fix it for everyone']);
    await page.focus('.file-banner button');
    await page.keyboard.press('Enter');
    await waitForPanelText(page, ['Drop a HAR file here']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Open a HAR');
  });

  test('also in a narrow window its buttons say what they do', async () => {
    const page = await openFilePage(chromium);
    await page.setViewport({ width: 360, height: 600 });
    await waitForPanelText(page, ['Open a HAR', 'Paste a ticket']);
    expect(await overflowing(page)).toEqual([]);
  });

  test.each([
    ['notes.txt', 'Not a HAR', ['neither a HAR file nor a report']],
    ['empty.har', '', ['neither a HAR file nor a report']],
    ['image.har', '\u0000\u0001PNG', ['neither a HAR file nor a report']],
    ['cut.har', HAR.slice(0, -40), ['ends in the middle', '1 request']],
    [
      'plain.har',
      JSON.stringify(sampleHar([sampleEntry({ url: `${PAGE}/a.png` })])),
      ['None of its requests is a cross-origin call'],
    ],
    [
      '<img src=x onerror=document.title=1>.har',
      HAR,
      ['<img src=x onerror=document.title=1>', 'x-request-id'],
    ],
  ])('%s is answered in words', async (name, content, words) => {
    const page = await openFilePage(chromium);
    await drop(page, 'drop', name, content);
    await waitForPanelText(page, words);
    expect(await violations(page)).toEqual([]);
    expect(await page.title()).toBe('What did CORS block in this recording?');
  });
});
