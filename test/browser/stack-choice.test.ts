import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startBlankPage } from './support/blank-page.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { chooseStack, shownEdits, shownStack } from './support/shown-recipe.ts';

const chromium = shareChromium();

test('what the user says of a server is kept for it, and for it alone', async () => {
  const servers = await Promise.all(
    [1, 2].map(() => chromium.started(startRawServer(() => httpAnswer(200, [])))),
  );
  const { origin } = await chromium.started(startBlankPage());
  const watch = async (url: string) => {
    const { page, panel } = await chromium.openInspected(`${origin}/`);
    await page.evaluate((wanted) => fetch(wanted).catch(() => null), url);
    await panel.waitForSelector('.stack-chooser select');
    return { page, panel };
  };
  const [one, other] = servers.map((server) => `${server.origin}/`);
  const first = await watch(one ?? '');
  expect(await shownStack(first.panel)).toBe('headers-only');
  await chooseStack(first.panel, 'express');
  expect((await shownEdits(first.panel)).map(({ code }) => code).join()).toContain(origin);
  await first.page.close();
  expect(await shownStack((await watch(one ?? '')).panel)).toBe('express');
  expect(await shownStack((await watch(other ?? '')).panel)).toBe('headers-only');
});
