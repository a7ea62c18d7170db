import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { CHAT_ANSWER, startOllama } from '../servers/ollama.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { keyboardIn } from './support/keyboard.ts';
import { ask } from './support/main-job.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { shownEdits, shownStack } from './support/shown-recipe.ts';

const chromium = shareChromium();

/** How many calls the list shows; heads of groups are none. */
function shownCalls(panel: Frame): Promise<number> {
  return panel.$$eval('[role=treeitem][aria-level="2"]', (items) => items.length);
}

/** The demo page with the model server's failing call, and one that was blocked before. */
async function start() {
  const silent = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const ollama = await chromium.started(startOllama());
  const { origin } = await chromium.started(startStaticPage(await chromium.demoPage()));
  const shown = await chromium.openInspected(`${origin}/?api=${encodeURIComponent(ollama.origin)}`);
  const { page } = shown;
  await page.evaluate((url) => fetch(url).catch(() => null), `${silent.origin}/first`);
  await ask(page, '4');
  await waitForDetail(shown.panel, [new URL(silent.origin).host]);
  return { ...shown, keyboard: await keyboardIn(shown) };
}

test('the whole job can be done by keyboard alone', async () => {
  const { page, panel, keyboard } = await start();

  // The filter is a key away, and Escape leads back to the list.
  await keyboard.press('/');
  await keyboard.type('method:POST');
  await expect.poll(() => shownCalls(panel)).toBe(1);
  await keyboard.press('Escape');
  await expect.poll(() => shownCalls(panel)).toBe(2);
  await keyboard.press('Escape');

  // The list is one stop; the arrow keys move in it, and Enter leads to the detail.
  expect(await keyboard.focused()).toEqual({ role: 'tree', name: 'Cross-origin requests' });
  await keyboard.press('Home', 'ArrowDown');
  await waitForDetail(panel, ['Access-Control-Allow-Origin header']);
  await keyboard.press('ArrowLeft', 'ArrowLeft');
  await expect.poll(() => shownCalls(panel)).toBe(1);
  await keyboard.press('ArrowRight', 'End');
  await waitForDetail(panel, ['x-stainless-timeout']);
  await keyboard.press('Enter');
  expect((await keyboard.focused()).name).toBe('Details of the selected request');

  await keyboard.tabTo('combobox', 'Your server');
  await keyboard.press('n', 'g', 'i', 'n', 'x');
  await expect.poll(() => shownStack(panel)).toBe('nginx');
  await expect.poll(async () => (await shownEdits(panel)).length).toBeGreaterThan(0);
  await keyboard.tabTo('button', 'Copy');
  await keyboard.press('Enter');
  await waitForDetail(panel, ['Copied']);

  await keyboard.tabTo('switch', 'Override');
  await keyboard.press('Space');
  await panel.waitForSelector('[role=switch][aria-checked=true][aria-busy=false]');
  expect((await ask(page, '4')).answer).toBe(CHAT_ANSWER);
  await waitForDetail(panel, ['passed, thanks to the override']);
  await keyboard.tabBackTo('button', 'Show');
  await keyboard.press('Enter');
  await waitForDetail(panel, ['Passed, thanks to the override.']);

  await keyboard.tabTo('switch', 'Override');
  await keyboard.press('Space');
  await panel.waitForSelector('[role=switch][aria-checked=false][aria-busy=false]');
  expect((await ask(page, '4')).answer).toBeNull();
});
