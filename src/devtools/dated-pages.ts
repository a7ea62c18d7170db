import { within } from '../commands/index.ts';

/** The top-level page of the inspected tab. Times are in ms since the epoch. */
export interface InspectedPage {
  readonly url: string;
  /** When the tab began to navigate to it. No request of the page began before. */
  readonly at: number;
  /** When DevTools reported that the tab shows it. */
  readonly heardAt: number;
}

/** What a page tells of itself: its URL, and its `performance.timeOrigin`. */
export interface AskedPage {
  readonly url: string;
  readonly timeOrigin: number;
}

/** How long to wait for a busy page. */
const PAGE_TIMEOUT_MS = 1_000;
/** The pauses before a page is asked again. At first a new page has no execution context, so it can't answer. */
const PAUSES_MS = [20, 50, 100, 200, 400, 800, 1_600, 3_200];

/**
 * Dates the pages of the inspected tab by their own clock. DevTools reports a navigation only after the page's first
 * requests have begun.
 */
export class DatedPages {
  readonly #ask: () => Promise<AskedPage | null>;
  readonly #now: () => number;
  /** The time origin of the page that answered last. */
  #lastAt = 0;
  #navigations = 0;

  /**
   * @param ask asks the page that the tab shows; resolves to null if the page can't answer, and may take as long as the
   * page is busy
   */
  constructor(ask: () => Promise<AskedPage | null>, now: () => number = Date.now) {
    this.#ask = ask;
    this.#now = now;
  }

  /** Returns the page that the tab shows at first. Null if it can't be asked. */
  async first(): Promise<InspectedPage | null> {
    const asked = await within(PAGE_TIMEOUT_MS, this.#askAgain()).catch(() => null);
    if (asked === null) return null;
    this.#lastAt = Math.max(this.#lastAt, asked.timeOrigin);
    return { url: asked.url, at: asked.timeOrigin, heardAt: asked.timeOrigin };
  }

  /**
   * Dates the page that the tab has just navigated to. A page that is too busy to answer is dated by the present, and
   * again once it has answered.
   * @param tell takes the page; the last call counts
   */
  async navigated(url: string, tell: (page: InspectedPage) => void): Promise<void> {
    const navigation = ++this.#navigations;
    const heardAt = this.#now();
    const asked = this.#askAgain();
    const tellDated = (answer: AskedPage | null) => {
      // The tab may have navigated in the meantime.
      if (navigation === this.#navigations) tell({ url, at: this.#dated(url, heardAt, answer), heardAt });
    };
    const soon = await within(PAGE_TIMEOUT_MS, asked).catch(() => 'late' as const);
    tellDated(soon === 'late' ? null : soon);
    if (soon === 'late') tellDated(await asked);
  }

  /** Asks until the page answers, or the tab navigates. */
  async #askAgain(): Promise<AskedPage | null> {
    const navigation = this.#navigations;
    for (const pause of PAUSES_MS) {
      const answer = await this.#ask().catch(() => null);
      if (answer !== null || navigation !== this.#navigations) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return null;
  }

  #dated(url: string, heardAt: number, answer: AskedPage | null): number {
    // A page of another origin is the one that the tab navigates to next.
    if (answer === null || URL.parse(answer.url)?.origin !== URL.parse(url)?.origin) return heardAt;
    // A page from the back/forward cache still has the time origin of its first visit, before that of the last page.
    const isRestored = answer.timeOrigin < this.#lastAt;
    this.#lastAt = isRestored ? heardAt : Math.min(answer.timeOrigin, heardAt);
    return this.#lastAt;
  }
}
