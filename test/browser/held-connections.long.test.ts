import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { startAnsweringSite } from '../servers/answering-site.ts';
import { startRedirectsTogether } from '../servers/redirects-together.ts';
import { listenTo } from './support/contexts/chrome-truth.ts';
import { PLACE_FILES } from './support/contexts/places.ts';
import { waitForDetail } from './support/panel-view.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();

/** Makes the page send calls with preflights to `/old/0`, `/old/1` and so on. */
async function send(page: Page, urls: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    const calls = all.map((url) => fetch(url, { method: 'PUT', headers: { 'x-custom': '1' } }));
    Object.assign(window, { calls: Promise.allSettled(calls) });
  }, urls);
}

async function setUp(count: number) {
  const site = await chromium.started(startAnsweringSite({ '/': PLACE_FILES['/'] ?? '' }));
  const server = await chromium.started(startRedirectsTogether(count));
  const { page, panel } = await chromium.openInspected(`${site.origin}/`);
  const truths = await listenTo(page);
  const urls = Array.from({ length: count }, (_, index) => `${server.origin}/old/${index}`);
  await send(page, urls);
  return { server, page, panel, truths, urls };
}

test('six redirected calls wait for each other, and the panel says so', async () => {
  const { server, panel, truths, urls } = await setUp(6);
  await waitForDetail(
    panel,
    ['6 redirected calls hold all 6 connections', `Have the page call ${server.origin}/new/`],
    20_000,
  );
  // Chrome sends none of the preflights that follow the redirects, and no call comes to an end.
  expect(server.requests.filter((request) => request.includes('/new/'))).toEqual([]);
  expect(server.requests.filter((request) => request.startsWith('PUT /old/'))).toHaveLength(6);
  expect(urls.flatMap((url) => truths.of(url))).toEqual([]);
}, 60_000);

test('five come through', async () => {
  const { server, page, truths, urls } = await setUp(5);
  await page.evaluate('calls');
  await expect.poll(() => urls.flatMap((url) => truths.of(url)).length).toBe(5);
  expect(server.requests.filter((request) => request.startsWith('PUT /new/'))).toHaveLength(5);
}, 60_000);
