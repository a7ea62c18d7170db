import { KEPT } from '../exchange/index.ts';

/** What the worker knows of a stored exchange without reading it. */
export interface StoredExchange {
  readonly key: string;
  readonly tabId: number;
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly blocked: boolean;
  readonly pending: boolean;
  readonly overridden: boolean;
  /** Characters of the stored text; 0 while it was never written. */
  readonly size: number;
}

/** How many characters of stored text are kept: the area holds 10 MiB. */
const CHARACTERS = 8_000_000;
/** How long a request that isn't over counts like a blocked one, which it may yet turn out to be, in ms. */
const UNDECIDED = 10_000;
/** The share dropped at once, so that not every new exchange has to look for one to drop. */
const SLACK = 0.1;

/** All stored exchanges by tab, with their sums at hand. */
export class ExchangeIndex {
  readonly #tabs = new Map<number, Map<string, StoredExchange>>();
  #count = 0;
  #characters = 0;

  get(tabId: number, key: string): StoredExchange | undefined {
    return this.#tabs.get(tabId)?.get(key);
  }

  set(stored: StoredExchange): void {
    this.delete(stored.tabId, stored.key);
    const tab = this.#tabs.get(stored.tabId) ?? new Map<string, StoredExchange>();
    this.#tabs.set(stored.tabId, tab.set(stored.key, stored));
    this.#count++;
    this.#characters += stored.size;
  }

  /** Takes note of how many characters an exchange takes, once that is known. */
  resize(key: string, size: number): void {
    for (const tab of this.#tabs.values()) {
      const stored = tab.get(key);
      if (stored === undefined) continue;
      this.#characters += size - stored.size;
      tab.set(key, { ...stored, size });
    }
  }

  delete(tabId: number, key: string): void {
    const tab = this.#tabs.get(tabId);
    const stored = tab?.get(key);
    if (tab === undefined || stored === undefined) return;
    tab.delete(key);
    if (tab.size === 0) this.#tabs.delete(tabId);
    this.#count--;
    this.#characters -= stored.size;
  }

  ofTab(tabId: number): readonly StoredExchange[] {
    return [...(this.#tabs.get(tabId)?.values() ?? [])];
  }

  all(): readonly StoredExchange[] {
    return [...this.#tabs.keys()].flatMap((tabId) => this.ofTab(tabId));
  }

  /** What goes because a limit is passed. */
  excess(tabId: number): readonly StoredExchange[] {
    if ((this.#tabs.get(tabId)?.size ?? 0) > KEPT.perTab) return leastWorth(this.ofTab(tabId));
    const full = this.#count > KEPT.inAll || this.#characters > CHARACTERS;
    return full ? leastWorth(this.all()) : [];
  }
}

/** The tenth of `exchanges` that is worth least: those that weren't blocked first, then the oldest. */
export function leastWorth(exchanges: readonly StoredExchange[]): readonly StoredExchange[] {
  const newest = exchanges.reduce((latest, { startedAt }) => Math.max(latest, startedAt), 0);
  const worth = ({ blocked, pending, startedAt }: StoredExchange) =>
    Number(blocked || (pending && startedAt > newest - UNDECIDED));
  const byWorth = exchanges.toSorted(
    (one, other) => worth(one) - worth(other) || one.startedAt - other.startedAt,
  );
  return byWorth.slice(0, Math.ceil(byWorth.length * SLACK));
}
