import { type Owner, ownerKey } from '../cors/index.ts';
import { MAX_EXCHANGES, MAX_OUTSIDE_EXCHANGES, MAX_STORED_CHARS } from '../observe/index.ts';
import type { IndexEntry } from '../store/index.ts';

/** What the worker knows of a stored exchange without reading it. Its size is 0 while it was never written. */
export interface StoredExchange extends IndexEntry {
  readonly key: string;
  readonly owner: Owner;
  /** When this worker first saw it, by its own clock, in ms; below 0 where an earlier one did. */
  readonly firstSeenAt: number;
}

/** A pending request is protected from eviction for this long, as it may turn out to be blocked. */
const PENDING_PROTECTION_MS = 10_000;
/** The share of exchanges dropped at once, so that not every new exchange has to look for one to drop. */
const DROPPED_SHARE = 0.1;

/** The exchanges of one owner. */
interface Share {
  readonly exchanges: Map<string, StoredExchange>;
  characters: number;
  /** How many of them CORS decides nothing about. */
  outside: number;
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
    const whose = ownerKey(owner);
    if (this.#shares.get(whose)?.exchanges.has(key)) this.delete(owner, key);
    const share = this.#shares.get(whose) ?? { exchanges: new Map(), characters: 0, outside: 0 };
    this.#shares.set(whose, share);
    share.exchanges.set(key, stored);
    share.outside += Number(stored.outside);
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
    share.outside -= Number(stored.outside);
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

  /** Picks the exchanges to drop if a limit is exceeded. */
  excess(owner: Owner): readonly StoredExchange[] {
    const share = this.#shares.get(ownerKey(owner));
    if (share !== undefined && share.outside > MAX_OUTSIDE_EXCHANGES)
      return leastWorth(this.of(owner).filter(({ outside }) => outside));
    const tooMuch =
      share !== undefined &&
      (share.exchanges.size > MAX_EXCHANGES.perTab || share.characters > MAX_STORED_CHARS.perTab);
    if (tooMuch) return leastWorth(this.of(owner));
    const full = this.#count > MAX_EXCHANGES.inAll || this.#characters > MAX_STORED_CHARS.inAll;
    return full ? leastWorth(this.all()) : [];
  }

  #add(share: Share, characters: number): void {
    share.characters += characters;
    this.#characters += characters;
  }
}

/**
 * Picks the tenth of `exchanges` to drop: first those that CORS decides nothing about, then those that weren't blocked,
 * then the oldest. The worker's own clock decides
 * which is older, because the system's clock may have been set back.
 */
export function leastWorth(exchanges: readonly StoredExchange[]): readonly StoredExchange[] {
  const newest = exchanges.reduce((latest, { firstSeenAt }) => Math.max(latest, firstSeenAt), 0);
  const worth = ({ blocked, endedAt, firstSeenAt, outside }: StoredExchange) =>
    outside ? -1 : Number(blocked || (endedAt === null && firstSeenAt > newest - PENDING_PROTECTION_MS));
  const byWorth = exchanges.toSorted(
    (one, other) =>
      worth(one) - worth(other) || one.firstSeenAt - other.firstSeenAt || one.startedAt - other.startedAt,
  );
  const share = Math.ceil(byWorth.length * DROPPED_SHARE);
  const outside = byWorth.filter((stored) => stored.outside).length;
  return byWorth.slice(0, outside === 0 ? share : Math.min(share, outside));
}
