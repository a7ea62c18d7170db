import type { Page } from 'puppeteer-core';
import type { Stage } from '../harness/stage.ts';

/** Presses Ctrl+V where the focus is. */
export async function pressPaste({ keyboard }: Page): Promise<void> {
  await keyboard.down('Control');
  await keyboard.press('KeyV', { commands: ['Paste'] });
  await keyboard.up('Control');
}

/** What is on the clipboard, pasted as a user does. */
export async function clipboardText(stage: Stage): Promise<string> {
  const page = await stage.openExtensionPage();
  await page.bringToFront();
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    document.body.append(area);
    area.focus();
  });
  await pressPaste(page);
  const text = await page.evaluate(() => document.querySelector('textarea')?.value ?? '');
  await page.close();
  return text;
}

/** Puts a text on the clipboard, copied as a user does. */
export async function copyToClipboard(stage: Stage, text: string): Promise<void> {
  const page = await stage.openExtensionPage();
  await page.bringToFront();
  const isCopied = await page.evaluate((copied) => {
    const area = document.createElement('textarea');
    area.value = copied;
    document.body.append(area);
    area.select();
    return document.execCommand('copy');
  }, text);
  await page.close();
  if (!isCopied) throw new Error('Nothing was copied.');
}
