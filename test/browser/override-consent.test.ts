import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startBlankPage } from './support/blank-page.ts';
import { overrideSwitch, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

test('what a preflight takes is asked for by keyboard, and the switch has the focus afterwards', async () => {
  const api = await chromium.started(startRawServer(() => httpAnswer(405, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await page.evaluate((url) => fetch(url, { method: 'PUT' }).catch(() => null), `${api.origin}/`);
  const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');

  const button = await overrideSwitch(panel);
  await button.press('Enter');
  await waitForDetail(panel, ['405', 'Preflight Inspector started debugging this browser', 'OPTIONS']);
  await expect.poll(focused).toBe('Turn on');
  await (await panel.waitForSelector('.consent'))?.press('Escape');
  await panel.waitForSelector('.consent', { hidden: true });
  await expect.poll(focused).toContain('Override');
  expect(await button.evaluate((element) => element.getAttribute('aria-checked'))).toBe('false');

  await button.press('Enter');
  await expect.poll(focused).toBe('Turn on');
  await (await panel.waitForSelector('::-p-aria(Turn on[role="button"])'))?.press('Enter');
  await waitForDetail(panel, ['Turns itself off at']);
  expect(await button.evaluate((element) => element.getAttribute('aria-checked'))).toBe('true');
  await expect.poll(focused).toContain('Override');
});
