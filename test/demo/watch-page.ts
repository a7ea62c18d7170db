import { styleText } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { ExplainedExchange, ReportV2 } from '../../src/report/report-v2.ts';
import { openExtensionPage } from '../browser/harness/extension-page.ts';
import { inspect } from '../browser/harness/inspected.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import type { CleanUp } from './clean-up.ts';
import { inTerminal, type Paint, PLAIN } from './in-terminal.ts';
import { openUrl } from './open-url.ts';

const ASK_AGAIN = 1_000;
/** With `once`: how long nothing new has to be seen, and how long that is waited for at most, in ms. */
const QUIET = 4_000;
const LONGEST = 30_000;

interface WatchOptions {
  /** Whether it ends once the page's first calls are over. */
  readonly once: boolean;
  /** The unpacked extension's folder. */
  readonly extension: string;
}

/** The function of the extension's page for agents. */
declare const preflightInspector: { explain(): Promise<ReportV2> };

/**
 * Opens a page without a window, and prints each call that is blocked with its cause and the fix. Without `once` it
 * goes on until the browser is closed.
 * @returns how many calls were blocked
 * @throws Error that says in one sentence why the page can't be opened
 */
export async function watchPage(
  url: string,
  { once, extension }: WatchOptions,
  cleanUp: CleanUp,
): Promise<number> {
  const { browser, extensionId } = await cleanUp.started(launchChromium({ extension, mapsTestNames: false }));
  // DevTools first: only with it are calls to other machines seen, and those that the page makes at once.
  const { page } = await inspect(browser, extensionId, 'about:blank');
  const asking = await openExtensionPage(browser, extensionId, 'src/agent/index.html');
  await openUrl(page, url);
  console.log(once ? `Looking at ${url}` : `Looking at ${url}. Press Ctrl+C to stop.`);
  const told = new Set<string>();
  const paint = process.stdout.hasColors?.() ? inColour : PLAIN;
  const began = Date.now();
  let lastNews = began;
  for (;;) {
    for (const exchange of await blockedCalls(asking)) {
      const key = `${exchange.method} ${exchange.url} ${exchange.words.headline}`;
      if (told.has(key)) continue;
      told.add(key);
      lastNews = Date.now();
      console.log(`\n${inTerminal(exchange, paint)}`);
    }
    const isOver = Date.now() - lastNews > QUIET || Date.now() - began > LONGEST;
    if (once && isOver) return told.size;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
  }
}

async function blockedCalls(asking: Page): Promise<readonly ExplainedExchange[]> {
  const { exchanges } = await asking.evaluate(() => preflightInspector.explain());
  return exchanges.filter(({ outcome }) => outcome === 'blocked');
}

const inColour: Paint = (colour, text) => styleText(colour, text);
