import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { reloadPanel } from './harness/devtools-panel.ts';
import { startBlankPage } from './support/blank-page.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';
import { chooseStack, shownChoice, shownEdits, shownStack } from './support/shown-recipe.ts';

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

test('a stack that is only likely is offered, not taken, and one sentence leads to the first step', async () => {
  const answer = httpAnswer(204, [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', 'GET,HEAD,PUT,POST,DELETE,PATCH'],
    ['Access-Control-Allow-Headers', 'content-type,authorization'],
    ['Vary', 'Origin, Access-Control-Request-Headers'],
  ]);
  const server = await chromium.started(startRawServer(() => answer));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await page.evaluate(
    (url) => fetch(url, { headers: { 'x-first': '1' } }).catch(() => null),
    `${server.origin}/`,
  );
  await panel.waitForSelector('.stack-chooser select');
  expect(await shownStack(panel)).toBe('headers-only');
  expect(await shownChoice(panel)).toBe('Probably Hono: choose your server');
  await chooseStack(panel, 'hono');
  const before = await panel.$$eval('.lead p', (all) => all.map(({ textContent }) => textContent));
  expect(before).toEqual([expect.stringContaining('already: add x-first to it.')]);
});

test('what is added to the code under the reader is said, and nothing around it moves', async () => {
  const server = await chromium.started(startRawServer(() => httpAnswer(200, [])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  const call = (method: string, header: string) =>
    page.evaluate((url, init) => fetch(url, init).catch(() => null), `${server.origin}/`, {
      method,
      headers: { [header]: '1' },
    });
  await call('PUT', 'x-first');
  await panel.waitForSelector('.stack-chooser select');
  await chooseStack(panel, 'express');
  const shown = () =>
    panel.evaluate(() => ({
      said: document.querySelector('.recipe-added')?.textContent ?? null,
      role: document.querySelector('.recipe-added')?.getAttribute('role'),
      tops: ['.steps .code-head button', '.also-allow input'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
      ),
    }));
  const before = await shown();
  expect(before).toMatchObject({ said: '', role: 'status' });
  // Calls that a page makes at once are no news.
  await setTimeout(1_100);
  await call('DELETE', 'x-second');
  await waitForDetail(panel, ['now in the code: DELETE and x-second']);
  expect((await shownEdits(panel)).map(({ code }) => code).join()).toContain('x-second');
  const after = await shown();
  expect(after.tops).toEqual(before.tops);
});
