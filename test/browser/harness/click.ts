import type { Frame, Page } from 'puppeteer-core';

/** Long enough for a busy machine, in ms; a test has 60 s. */
const PATIENCE = 20_000;
const PAUSE = 200;

/**
 * Clicks with the mouse on an element, once it is there. On a busy machine the browser now and then hands a click to
 * another of DevTools' frames: one that the element has not heard is made again.
 */
export async function click(context: Frame | Page, selector: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const element = await context.waitForSelector(selector);
    const ear = await element?.evaluateHandle((clicked) => {
      const state = { hasHeard: false };
      clicked.addEventListener(
        'click',
        () => {
          state.hasHeard = true;
        },
        { capture: true, once: true },
      );
      return state;
    });
    await element?.click();
    if (await ear?.evaluate(({ hasHeard }) => hasHeard)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`No click came to ${selector}.`);
}
