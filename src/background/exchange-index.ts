import { type Owner, ownerKey } from '../cors/index.ts';
import { KEPT } from '../observe/index.ts';
import type { IndexEntry } from '../store/index.ts';

/** What the worker knows of a stored exchange without reading it. Its size is 0 while it was never written. */
export interface StoredExchange extends IndexEntry {
  readonly key: string;
  readonly owner: Owner;
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

/** The exchanges of one owner. */
interface Share {
  readonly exchanges: Map<string, StoredExchange>;
  characters: number;
}

/** All stored exchanges by owner, with their sums at hand. */
export class ExchangeIndex {
  /** By the key of their owner. */
  readonly #shares = new Map<string, Share>();
  #count = 0;
  #characters = 0;

  get(owner: Owner, key: string): StoredExchange | undefined {
    return this.#shares.get(ownerKey(owner))?.exchanges.get(key);
  }

  set(stored: StoredExchange): void {
    const { owner, key, size } = stored;
    this.delete(owner, key);
    const share = this.#shares.get(ownerKey(owner)) ?? { exchanges: new Map(), characters: 0 };
    this.#shares.set(ownerKey(owner), share);
    share.exchanges.set(key, stored);
    this.#count++;
    this.#add(share, size);
  }

  /** Takes note of how many characters an exchange takes, once that is known. @returns its owner, or null where it's gone */
  resize(key: string, size: number): Owner | null {
    for (const share of this.#shares.values()) {
      const stored = share.exchanges.get(key);
      if (stored === undefined) continue;
      this.#add(share, size - stored.size);
      share.exchanges.set(key, { ...stored, size });
      return stored.owner;
    }
    return null;
  }

  delete(owner: Owner, key: string): void {
    const share = this.#shares.get(ownerKey(owner));
    const stored = share?.exchanges.get(key);
    if (share === undefined || stored === undefined) return;
    share.exchanges.delete(key);
    if (share.exchanges.size === 0) this.#shares.delete(ownerKey(owner));
    this.#count--;
    this.#add(share, -stored.size);
  }

  of(owner: Owner): readonly StoredExchange[] {
    return [...(this.#shares.get(ownerKey(owner))?.exchanges.values() ?? [])];
  }

  all(): readonly StoredExchange[] {
    return [...this.#shares.values()].flatMap(({ exchanges }) => [...exchanges.values()]);
  }

  /** What goes because a limit is passed. */
  excess(owner: Owner): readonly StoredExchange[] {
    const share = this.#shares.get(ownerKey(owner));
    const tooMuch =
      share !== undefined && (share.exchanges.size > KEPT.perTab || share.characters > CHARACTERS.perTab);
    if (tooMuch) return leastWorth(this.of(owner));
    const full = this.#count > KEPT.inAll || this.#characters > CHARACTERS.inAll;
    return full ? leastWorth(this.all()) : [];
  }

  #add(share: Share, characters: number): void {
    share.characters += characters;
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
