/** What the worker knows of a stored exchange without reading it. */
export interface StoredExchange {
  readonly key: string;
  readonly tabId: number;
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly blocked: boolean;
  readonly overridden: boolean;
  /** Characters of the stored text. */
  readonly size: number;
}

/** How many exchanges are kept per tab and in all, and how many characters of the 10 MiB that the area holds. */
const LIMITS = { perTab: 1_500, inAll: 6_000, characters: 8_000_000 };
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

  /** What goes because a limit is passed: exchanges that passed first, then the oldest. */
  excess(tabId: number): readonly StoredExchange[] {
    if ((this.#tabs.get(tabId)?.size ?? 0) > LIMITS.perTab) return leastWorth(this.ofTab(tabId));
    const full = this.#count > LIMITS.inAll || this.#characters > LIMITS.characters;
    return full ? leastWorth(this.all()) : [];
  }
}

/** The tenth of `exchanges` that is worth least. */
export function leastWorth(exchanges: readonly StoredExchange[]): readonly StoredExchange[] {
  const byWorth = exchanges.toSorted(
    (one, other) => Number(one.blocked) - Number(other.blocked) || one.startedAt - other.startedAt,
  );
  return byWorth.slice(0, Math.ceil(byWorth.length * SLACK));
}
