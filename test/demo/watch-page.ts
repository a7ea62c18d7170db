import { styleText } from 'node:util';
import type { BrowserName } from '../support/browser-name.ts';
import type { CleanUp } from './clean-up.ts';
import { inTerminal, type Paint, PLAIN } from './in-terminal.ts';
import { watchInChromium } from './watch-in-chromium.ts';
import { watchInFirefox } from './watch-in-firefox.ts';
import type { StartWatching } from './watching.ts';

const ASK_AGAIN = 1_000;
/** With `once`: how long nothing new has to be seen, and how long that is waited for at most, in ms. */
const QUIET = 4_000;
const LONGEST = 30_000;

interface WatchOptions {
  readonly browser: BrowserName;
  /** Whether it ends once the page's first calls are over. */
  readonly once: boolean;
  /** The unpacked extension's folder. */
  readonly extension: string;
}

const STARTS: Readonly<Record<BrowserName, StartWatching>> = {
  chrome: watchInChromium,
  firefox: watchInFirefox,
};

/**
 * Opens a page without a window, and prints each call that is blocked with its cause and the fix. Without `once` it
 * goes on until the browser is closed.
 * @returns how many calls were blocked
 * @throws Error that says in one sentence why the page can't be opened
 */
export async function watchPage(
  url: string,
  { browser, once, extension }: WatchOptions,
  cleanUp: CleanUp,
): Promise<number> {
  const watching = await STARTS[browser](extension, cleanUp);
  await watching.open(url);
  console.log(once ? `Looking at ${url}` : `Looking at ${url}. Press Ctrl+C to stop.`);
  const told = new Set<string>();
  const paint = process.stdout.hasColors?.() ? inColour : PLAIN;
  const began = Date.now();
  let lastNews = began;
  for (;;) {
    const { exchanges } = await watching.explain();
    for (const exchange of exchanges.filter(({ outcome }) => outcome === 'blocked')) {
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

const inColour: Paint = (colour, text) => styleText(colour, text);
