import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { seenAnswers } from '../../src/causes/index.ts';
import { CHROME, originOf } from '../../src/cors/index.ts';
import { FileReading } from '../../src/file/index.ts';
import { startGalleryPage } from '../demo/demo-page.ts';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import { judge } from '../explain/judge.ts';
import { exportedHar, recordedHar } from './support/recorded-har.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

/** What a HAR lacks, by the exhibits that have another cause there for it, or none. */
const LACKING: Readonly<Record<string, string>> = {
  'hidden-header':
    'The page reads a header and not the body. The HAR says ERR_ABORTED, and not that the answer came through before.',
};

/** Makes all calls of the gallery while DevTools records. */
async function recordGallery() {
  const { origins } = await chromium.started(startExhibitServers());
  const { origin } = await chromium.started(startGalleryPage(await chromium.demoPage(), origins));
  const { page, panel, devtools } = await chromium.openInspected(`${origin}/`);
  await page.bringToFront();
  for (const { id, title } of EXHIBITS) {
    await clickCall(page, title);
    await page.waitForSelector(`#${id} [data-state]`, { timeout: 10_000 });
  }
  return { origins, panel, devtools };
}

async function clickCall(page: Page, title: string): Promise<void> {
  const found = await page.waitForSelector(`::-p-aria(Call: ${title}[role="button"])`, { timeout: 5_000 });
  await found?.click();
}

/** The causes that a HAR shows, by the exhibits' ids; undefined where it has no such call. */
function causesIn(har: string, origins: Readonly<Record<string, string>>) {
  const reading = new FileReading(CHROME);
  reading.push(har);
  const content = reading.end();
  const exchanges = content.type === 'content' ? content.exchanges : [];
  // As the panel does: other calls of a server are evidence.
  const seen = seenAnswers(exchanges);
  return Object.fromEntries(
    EXHIBITS.map(({ id }) => {
      const found = exchanges.find(({ hops }) => originOf(hops[0].url) === origins[id]);
      return [id, found === undefined ? undefined : (judge(found, seen.beside(found)).cause?.id ?? null)];
    }),
  );
}

test('a HAR of each exhibit has the same cause as the call had live', async () => {
  const { origins, panel, devtools } = await recordGallery();
  const hars = [
    await recordedHar(panel),
    await exportedHar(devtools, true),
    await exportedHar(devtools, false),
  ];
  for (const har of hars) {
    expect(har).toContain('"_resourceType":"preflight"');
    const causes = causesIn(har, origins);
    const missed = EXHIBITS.filter(({ id, cause }) => causes[id] !== cause && LACKING[id] === undefined);
    expect(missed.map(({ id, cause }) => ({ id, live: cause, inFile: causes[id] }))).toEqual([]);
  }
  expect(Object.keys(LACKING).length).toBeLessThanOrEqual(EXHIBITS.length * 0.05);
}, 90_000);
