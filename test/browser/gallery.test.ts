import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { startGalleryPage } from '../demo/demo-page.ts';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import { waitForDetail } from './support/panel-view.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

async function openGallery() {
  const { origins } = await chromium.started(startExhibitServers());
  const { origin } = await chromium.started(startGalleryPage(await chromium.demoPage(), origins));
  const { page, panel } = await chromium.openInspected(`${origin}/`);
  return { page, panel };
}

async function click(context: Page | Frame, name: string, role = 'button'): Promise<void> {
  const found = await context.waitForSelector(`::-p-aria(${name}[role="${role}"])`);
  await found?.click();
}

/** The root cause that the panel names; null where nothing is wrong. */
function shownCause(panel: Frame): Promise<string | null> {
  return panel.$eval('section.detail', (detail) => detail.getAttribute('data-cause'));
}

test('it shows at least a dozen kinds of failure', () => {
  expect(new Set(EXHIBITS.map(({ cause }) => cause)).size).toBeGreaterThanOrEqual(12);
});

test('of each exhibit the page knows only that it failed, and the panel says why', async () => {
  const { page, panel } = await openGallery();
  await click(panel, 'Hide passed', 'checkbox');
  for (const { id, title, call, cause, headline, page: known } of EXHIBITS) {
    await page.bringToFront();
    await click(page, `Call: ${title}`);
    const told = await page.waitForSelector(`#${id} [data-state]`);
    expect({ id, text: await told?.evaluate((output) => output.textContent) }).toEqual({
      id,
      text: known ?? (cause === null ? `Answer 200, ${call.reads}: null` : 'Failed to fetch'),
    });
    await waitForDetail(panel, headline);
    expect({ id, cause: await shownCause(panel) }).toEqual({ id, cause });
    await click(panel, 'Clear');
    await panel.waitForFunction(() => document.querySelector('section.detail') === null, { polling: 20 });
  }
}, 120_000);
