import { KEPT } from '../observe/index.ts';
import type { IndexEntry } from '../store/index.ts';

/** What the worker knows of a stored exchange without reading it. Its size is 0 while it was never written. */
export interface StoredExchange extends IndexEntry {
  readonly key: string;
  readonly tabId: number;
  /** When this worker first heard of it, by its own clock, in ms; below 0 where an earlier one did. */
  readonly heardAt: number;
}

/**
 * How many characters of stored text are kept, for a tab and in all: the area holds 10 MiB. A preflighted call with
 * ordinary headers takes 3,400: a tab has room for as many of them as are kept, all tabs together don't.
 */
const CHARACTERS = { perTab: 6_000_000, inAll: 8_000_000 };
/** How long a request that isn't over counts like a blocked one, which it may yet turn out to be, in ms. */
const UNDECIDED = 10_000;
/** The share dropped at once, so that not every new exchange has to look for one to drop. */
const SLACK = 0.1;

interface Tab {
  readonly exchanges: Map<string, StoredExchange>;
  characters: number;
}

/** All stored exchanges by tab, with their sums at hand. */
export class ExchangeIndex {
  readonly #tabs = new Map<number, Tab>();
  #count = 0;
  #characters = 0;

  get(tabId: number, key: string): StoredExchange | undefined {
    return this.#tabs.get(tabId)?.exchanges.get(key);
  }

  set(stored: StoredExchange): void {
    this.delete(stored.tabId, stored.key);
    const tab = this.#tabs.get(stored.tabId) ?? { exchanges: new Map(), characters: 0 };
    this.#tabs.set(stored.tabId, tab);
    tab.exchanges.set(stored.key, stored);
    this.#count++;
    this.#add(tab, stored.size);
  }

  /** Takes note of how many characters an exchange takes, once that is known. @returns the id of its tab, or null where it's gone */
  resize(key: string, size: number): number | null {
    for (const [tabId, tab] of this.#tabs) {
      const stored = tab.exchanges.get(key);
      if (stored === undefined) continue;
      this.#add(tab, size - stored.size);
      tab.exchanges.set(key, { ...stored, size });
      return tabId;
    }
    return null;
  }

  delete(tabId: number, key: string): void {
    const tab = this.#tabs.get(tabId);
    const stored = tab?.exchanges.get(key);
    if (tab === undefined || stored === undefined) return;
    tab.exchanges.delete(key);
    if (tab.exchanges.size === 0) this.#tabs.delete(tabId);
    this.#count--;
    this.#add(tab, -stored.size);
  }

  ofTab(tabId: number): readonly StoredExchange[] {
    return [...(this.#tabs.get(tabId)?.exchanges.values() ?? [])];
  }

  all(): readonly StoredExchange[] {
    return [...this.#tabs.keys()].flatMap((tabId) => this.ofTab(tabId));
  }

  /** What goes because a limit is passed. */
  excess(tabId: number): readonly StoredExchange[] {
    const tab = this.#tabs.get(tabId);
    const tooMuch =
      tab !== undefined && (tab.exchanges.size > KEPT.perTab || tab.characters > CHARACTERS.perTab);
    if (tooMuch) return leastWorth(this.ofTab(tabId));
    const full = this.#count > KEPT.inAll || this.#characters > CHARACTERS.inAll;
    return full ? leastWorth(this.all()) : [];
  }

  #add(tab: Tab, characters: number): void {
    tab.characters += characters;
    this.#characters += characters;
  }
}

/**
 * The tenth of `exchanges` that is worth least: those that weren't blocked first, then the oldest. How old one is, the
 * worker's own clock says: the times of events may have been set back.
 */
export function leastWorth(exchanges: readonly StoredExchange[]): readonly StoredExchange[] {
  const newest = exchanges.reduce((latest, { heardAt }) => Math.max(latest, heardAt), 0);
  const worth = ({ blocked, endedAt, heardAt }: StoredExchange) =>
    Number(blocked || (endedAt === null && heardAt > newest - UNDECIDED));
  const byWorth = exchanges.toSorted(
    (one, other) =>
      worth(one) - worth(other) || one.heardAt - other.heardAt || one.startedAt - other.startedAt,
  );
  return byWorth.slice(0, Math.ceil(byWorth.length * SLACK));
}
