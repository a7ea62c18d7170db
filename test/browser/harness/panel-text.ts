import type { Frame, Page } from 'puppeteer-core';

/** What the panel or the popup shows, as a reader sees it: text that is hidden isn't part of it. */
export async function panelText(panel: Frame | Page): Promise<string> {
  return await panel.evaluate(() => document.body.innerText);
}

/** Waits until the panel or the popup shows all these words; fails with what it shows instead. */
export async function waitForPanelText(
  panel: Frame | Page,
  words: readonly string[],
  timeout = 15_000,
): Promise<void> {
  try {
    await panel.waitForFunction(
      (expected) => expected.every((word) => document.body.innerText.includes(word)),
      { polling: 50, timeout },
      words,
    );
  } catch (cause) {
    const shown = await panelText(panel);
    throw new Error(
      `It didn't show ${words.join(' and ')} within ${timeout} ms. It shows:\n${shown.slice(0, 2_000)}`,
      { cause },
    );
  }
}
