import type { HarEntry } from '../observe/index.ts';

/** How long entries are collected before the page is asked about all of them at once. */
const COLLECT_MS = 100;
/** The largest number of entries that wait. The newest are left out. */
const MAX_WAITING = 500;

/**
 * Finds the scripts and stylesheets that Chrome refused since it couldn't check their integrity. DevTools tells of them as
 * of any other, so the page's elements decide.
 */
export class IntegrityWatch {
  readonly #ask: () => Promise<readonly string[] | null>;
  readonly #tell: (entry: HarEntry) => void;
  #waiting: HarEntry[] = [];

  /**
   * @param ask lists the URLs of the page's elements that have an `integrity` attribute and no `crossorigin`; null where the
   * page can't be asked
   * @param tell takes an entry of such an element
   */
  constructor(ask: () => Promise<readonly string[] | null>, tell: (entry: HarEntry) => void) {
    this.#ask = ask;
    this.#tell = tell;
  }

  add(entry: HarEntry): void {
    if (this.#waiting.length >= MAX_WAITING) return;
    if (this.#waiting.push(entry) === 1) setTimeout(() => this.#look(), COLLECT_MS);
  }

  async #look(): Promise<void> {
    const looked = this.#waiting;
    this.#waiting = [];
    const urls = new Set(await this.#ask().catch(() => null));
    for (const entry of looked) if (urls.has(entry.request.url)) this.#tell(entry);
  }
}
