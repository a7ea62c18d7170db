import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { NOTHING_SEEN, seenAnswers } from '../../src/causes/index.ts';
import { CHROME, type Exchange, hostOf } from '../../src/cors/index.ts';
import { explain } from '../../src/explain/index.ts';
import { FileReading, readPasted } from '../../src/file/index.ts';
import { speaker, ticket } from '../../src/report/index.ts';
import { startGalleryPage } from '../demo/demo-page.ts';
import { startExhibitServers } from '../demo/exhibit-servers.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import { judge } from '../explain/judge.ts';
import { sampleContext } from '../explain/sample-context.ts';
import { exportedHar, recordedHar } from './support/recorded-har.ts';
import { shareChromium } from './support/shared-chromium.ts';

const chromium = shareChromium();

/** What a HAR can't tell as the live panel does. The attribute stands in the page's elements: the load has no row. */
const MISSED = [{ id: 'integrity', live: 'integrity-without-cors', inFile: undefined }];

/** Makes all calls of the gallery while DevTools records. */
async function recordGallery() {
  const { origins } = await chromium.started(startExhibitServers());
  const { origin } = await chromium.started(startGalleryPage(await chromium.demoPage(), origins));
  const { page, panel, devtools } = await chromium.openInspected(`${origin}/`);
  await page.bringToFront();
  // DevTools knows the page's own answer, and its policy, only once it has loaded anew.
  await page.reload();
  for (const { id, title } of EXHIBITS) {
    await clickCall(page, title);
    await page.waitForSelector(`#${id} [data-state]`);
  }
  return { origins, panel, devtools };
}

async function clickCall(page: Page, title: string): Promise<void> {
  const found = await page.waitForSelector(`::-p-aria(Call: ${title}[role="button"])`);
  await found?.click();
}

/** The calls in a HAR. */
function exchangesIn(har: string): readonly Exchange[] {
  const reading = new FileReading(CHROME);
  reading.push(har);
  const content = reading.end();
  return content.type === 'content' ? content.exchanges : [];
}

/** The causes that a HAR shows, by the exhibits' ids; undefined where it has no such call. */
function causesIn(har: string, origins: Readonly<Record<string, string>>) {
  const exchanges = exchangesIn(har);
  // As the panel does: other calls of a server are evidence.
  const seen = seenAnswers(exchanges);
  return Object.fromEntries(
    EXHIBITS.map(({ id }) => {
      const found = exchanges.find(({ hops }) => hostOf(hops[0].url) === hostOf(origins[id] ?? ''));
      return [id, found === undefined ? undefined : (judge(found, seen.beside(found)).cause?.id ?? null)];
    }),
  );
}

/** What is said of a call alone: a ticket has no others. */
function said(exchange: Exchange): unknown {
  const { cause, headline, facts, faults, answerer, consoleLine, onServer } = explain(
    judge(exchange, NOTHING_SEEN),
    sampleContext(exchange),
  );
  return { cause: cause?.id, headline, facts, faults, answerer, consoleLine, steps: onServer };
}

test('a HAR of each exhibit has the same cause as the call had live, and so has a ticket that is pasted', async () => {
  const { origins, panel, devtools } = await recordGallery();
  const hars = [
    await recordedHar(panel),
    await exportedHar(devtools, true),
    await exportedHar(devtools, false),
  ];
  for (const har of hars) {
    expect(har).toContain('"_resourceType":"preflight"');
    const causes = causesIn(har, origins);
    const missed = EXHIBITS.filter(({ id, cause }) => causes[id] !== cause);
    expect(missed.map(({ id, cause }) => ({ id, live: cause, inFile: causes[id] }))).toEqual(MISSED);
  }
  const [first = ''] = hars;
  const exchanges = exchangesIn(first);
  expect(exchanges.length).toBeGreaterThanOrEqual(EXHIBITS.length - 1);
  for (const exchange of exchanges) {
    const told = ticket(explain(judge(exchange, NOTHING_SEEN), sampleContext(exchange)), speaker(en));
    const read = readPasted(told, CHROME);
    const [again] = read.type === 'content' ? read.exchanges : [];
    expect(again && said(again)).toEqual(said(exchange));
  }
}, 90_000);
