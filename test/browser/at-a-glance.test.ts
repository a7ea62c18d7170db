import type { ElementHandle, Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { click } from './harness/click.ts';
import { startBlankPage } from './support/blank-page.ts';
import { ask, startWatchedMainJob } from './support/main-job.ts';
import { resizePanel } from './support/panel-size.ts';
import { showTab, spokenTexts, waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

/** Whether all of an element is in the window, and not scrolled away. */
async function isInView(element: ElementHandle | null): Promise<boolean> {
  return (await element?.isIntersectingViewport({ threshold: 1 })) ?? false;
}

test('in a panel of 1200×350 the cause, the first step of the fix and the switch are in view', async () => {
  const job = await startWatchedMainJob(chromium);
  const { panel } = job;
  // Twice, so that the first says what became of it later, too.
  await ask(job.page, '4');
  await ask(job.page, '4');
  await waitForDetail(panel, ['Called again']);
  await resizePanel(job, 1200, 350);
  // Asked until it holds: DevTools moves its frames into place only after the panel has its new size.
  for (const selector of [
    '.headline',
    '.facts > :first-child .link',
    '.facts > :last-child .link',
    '.code-block',
    '.code-block button',
    '[role=switch]',
    '#override-scope',
  ])
    await expect.poll(async () => isInView(await panel.$(selector)), { message: selector }).toBe(true);
});

async function startBlocked(headers: Readonly<Record<string, string>> = {}): Promise<Frame> {
  const api = await chromium.started(startRawServer(() => httpAnswer(200, [['X-Powered-By', 'Express']])));
  const { origin } = await chromium.started(startBlankPage());
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  await page.evaluate(
    (url, asked) => fetch(url, { headers: asked }).catch(() => null),
    `${api.origin}/`,
    headers,
  );
  await waitForDetail(panel, ['Express']);
  return panel;
}

test('who answered is told, and on demand by what', async () => {
  const panel = await startBlocked();
  const why = await panel.waitForSelector('::-p-aria(Why?[role="button"])');
  await why?.focus();
  await why?.press('Enter');
  await waitForDetail(panel, ['X-Powered-By: Express']);
  expect(await why?.evaluate((button) => button.ariaExpanded)).toBe('true');
});

test('the ways to fix it are told apart by the arrow keys', async () => {
  const panel = await startBlocked();
  await showTab(panel, 'In Express');
  const focused = () => panel.evaluate(() => document.activeElement?.textContent);
  const tab = await panel.waitForSelector('[role=tab][aria-selected=true]');
  await tab?.press('ArrowRight');
  expect(await focused()).toBe('Dev proxy');
  await waitForDetail(panel, ['proxy: {']);
  await (await panel.waitForSelector('[role=tab][aria-selected=true]'))?.press('End');
  expect(await focused()).toBe('As headers');
  await waitForDetail(panel, ['Access-Control-Allow-Origin: http://localhost:']);
});

test('headers that matter to CORS are marked among the raw ones, in words too', async () => {
  const panel = await startBlocked();
  await click(panel, 'details.raw summary');
  await panel.waitForSelector('.header-line');
  const lines = await spokenTexts(panel, '.header-line');
  const marked = lines.filter((line) => line.startsWith('Matters to CORS: '));
  expect(marked.map((line) => line.replace(/^Matters to CORS: ([\w-]+):.*$/, '$1'))).toEqual(['Origin']);
  expect(lines).toContain('X-Powered-By: Express');
});

test('what else is wrong is a step away', async () => {
  const panel = await startBlocked({ 'x-asked': '1' });
  const jump = await panel.waitForSelector('::-p-aria(1 more fault[role="button"])');
  await jump?.press('Enter');
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toContain(
    "Everything that's wrong",
  );
  expect(await isInView(await panel.$('.faults li'))).toBe(true);
});
