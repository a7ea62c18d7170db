import { parseArgs } from 'node:util';
import type { BrowserName } from '../support/browser-name.ts';

const OPTIONS = ['--headless', '--once', '--browser'];

/** What `npm start` is told on the command line. */
export interface StartOptions {
  /** Chrome, which stands for Chromium, too, unless it is said otherwise. */
  readonly browser: BrowserName;
  /** The user's own page; null for the gallery. */
  readonly url: string | null;
  /** Whether there is no window: what is found is printed. */
  readonly headless: boolean;
  /** Whether a page of one's own is looked at once. Without a window, then. */
  readonly once: boolean;
}

/**
 * Reads the arguments of `npm start`.
 * @throws Error that says in one sentence what is wrong with them
 */
export function readStartOptions(args: readonly string[]): StartOptions {
  const unknown = args.find((arg) => /^-./.test(arg) && !OPTIONS.includes(arg));
  if (unknown !== undefined)
    throw new Error(`${unknown} is no option: there are --headless, --once and --browser firefox.`);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    // What isn't right about the browser is said here.
    strict: false,
    options: {
      headless: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chrome' },
    },
  });
  const { browser, headless, once } = values;
  if (browser !== 'chrome' && browser !== 'firefox') {
    throw new Error('--browser takes the name of one: --browser chrome or --browser firefox.');
  }
  const [given, ...more] = positionals;
  if (more.length > 0) throw new Error(`One URL is enough: ${given} or ${more[0]}?`);
  const url = given === undefined ? null : pageUrl(given);
  if (once && url === null) {
    throw new Error('--once needs the URL of your page: npm start -- http://localhost:5173 --once');
  }
  return { browser, url, headless: headless === true || once === true, once: once === true };
}

/** A page's URL; `http://` may be left out. */
function pageUrl(given: string): string {
  const url = URL.parse(given.includes('://') ? given : `http://${given}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${given} is no URL of a page. It begins with http:// or https://.`);
  }
  return url.href;
}
