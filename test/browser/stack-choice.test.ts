import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { reloadPanel } from './harness/devtools-panel.ts';
import { startBlankPage } from './support/blank-page.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { chooseStack, shownEdits, shownStack } from './support/shown-recipe.ts';

const chromium = shareChromium();

test('what the user says of a server is kept for it, and for it alone', async () => {
  const servers = await Promise.all(
    [1, 2].map(() => chromium.started(startRawServer(() => httpAnswer(200, [])))),
  );
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  /** On a page that is loaded anew, in a panel that is, too. */
  const stackOf = async (url: string) => {
    await page.reload();
    await reloadPanel(panel);
    await page.evaluate((wanted) => fetch(wanted).catch(() => null), url);
    await panel.waitForSelector('.stack-chooser select');
    return await shownStack(panel);
  };
  const [one, other] = servers.map((server) => `${server.origin}/`);
  expect(await stackOf(one ?? '')).toBe('headers-only');
  await chooseStack(panel, 'express');
  expect((await shownEdits(panel)).map(({ code }) => code).join()).toContain(origin);
  expect(await stackOf(one ?? '')).toBe('express');
  expect(await stackOf(other ?? '')).toBe('headers-only');
});
