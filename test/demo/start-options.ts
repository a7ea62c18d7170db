import { parseArgs } from 'node:util';

/** What `npm start` is told on the command line. */
export interface StartOptions {
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
  const unknown = args.find((arg) => /^-./.test(arg) && !['--headless', '--once'].includes(arg));
  if (unknown !== undefined) throw new Error(`${unknown} is no option: there are --headless and --once.`);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      headless: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
    },
  });
  const [given, ...more] = positionals;
  if (more.length > 0) throw new Error(`One URL is enough: ${given} or ${more[0]}?`);
  const url = given === undefined ? null : pageUrl(given);
  if (values.once && url === null) {
    throw new Error('--once needs the URL of your page: npm start -- http://localhost:5173 --once');
  }
  return { url, headless: values.headless || values.once, once: values.once };
}

/** A page's URL; `http://` may be left out. */
function pageUrl(given: string): string {
  const url = URL.parse(given.includes('://') ? given : `http://${given}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${given} is no URL of a page. It begins with http:// or https://.`);
  }
  return url.href;
}
