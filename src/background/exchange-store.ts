import { type BrowserProfile, diagnose, type Exchange, type Owner, ownerKey } from '../cors/index.ts';
import {
  type ExchangeRecord,
  isListed,
  MAX_RECORD_CHARS,
  toExchange,
  withoutOldHops,
} from '../observe/index.ts';
import {
  exchangeKey,
  parseExchangeRecord,
  parseIndex,
  parseKey,
  serializeExchangeRecord,
} from '../store/index.ts';
import type { DroppedCounts } from './dropped-counts.ts';
import { ExchangeIndex, leastWorth, type StoredExchange } from './exchange-index.ts';
import { StoredIndex } from './stored-index.ts';
import type { WriteBehind } from './write-behind.ts';

/**
 * How long what isn't urgent waits for more to be written with it: a pending exchange for its end, a preflight
 * for the request that it belongs to (when the worker is woken, events may come in any order), and what passed. What
 * failed is written at once.
 */
const WRITE_DELAY_MS = 50;
/** How long ago a request may have ended to be taken up again when the worker starts. */
const RECENT_END_MS = 10_000;

/**
 * The exchanges in `storage.session`, one key each. Changes are made at once in memory and written behind; the store is
 * what a stopped worker comes back to. What waits to be written is never more than what is kept (`MAX_EXCHANGES`), what waits to
 * be removed never more than what was stored.
 */
export class ExchangeStore {
  readonly index = new ExchangeIndex();
  /** Called with the owner of an exchange that has changed. */
  onChange: (owner: Owner) => void = () => {};
  readonly #writes: WriteBehind;
  readonly #dropped: DroppedCounts;
  readonly #profile: BrowserProfile;
  readonly #now: () => number;
  readonly #stored = new StoredIndex();

  /**
   * @param profile the browser that this runs in
   * @param now the worker's own clock, in ms
   */
  constructor(
    writes: WriteBehind,
    dropped: DroppedCounts,
    profile: BrowserProfile,
    now: () => number = () => performance.now(),
  ) {
    this.#writes = writes;
    this.#dropped = dropped;
    this.#profile = profile;
    this.#now = now;
    writes.onWrite = (texts) => {
      const owners = new Map<string, Owner>();
      for (const [key, text] of texts) {
        const owner = this.index.resize(key, text.length);
        if (owner !== null) owners.set(ownerKey(owner), owner);
      }
      // What goes into the index is what is written, also if more happens meanwhile.
      this.#stored.prepare([...texts.keys()].flatMap((key) => this.#find(key) ?? []));
      for (const owner of owners.values()) this.#dropAll(this.index.excess(owner));
    };
    writes.alongside = (keys) => this.#stored.partsWith(keys);
    writes.onWritten = (keys) => this.#stored.written(keys, (key) => this.#find(key) !== undefined);
    writes.makeRoom = () => this.#dropAll(leastWorth(this.index.all()));
  }

  /**
   * Takes up what the parts of the stored index say.
   * @param keys of all exchanges that are stored
   * @returns the keys of those that have to be read: the index doesn't know them, or they are not over, or only just are
   */
  loadIndex(parts: ReadonlyMap<string, string>, keys: readonly string[]): readonly string[] {
    const missing = new Set(keys);
    for (const { key } of this.index.all()) missing.delete(key);
    const toRead: string[] = [];
    for (const [partKey, text] of parts) {
      const parsed = parseKey(partKey);
      if (parsed?.type !== 'index') continue;
      const { owner } = parsed;
      const prefix = exchangeKey(owner, '');
      const part: StoredExchange[] = [];
      for (const entry of parseIndex(text)) {
        const key = prefix + entry.id;
        // One that is gone was removed just before the last worker was stopped.
        if (!missing.delete(key)) continue;
        const stored = { ...entry, key, owner, firstSeenAt: seenBefore(entry.startedAt) };
        this.index.set(stored);
        part.push(stored);
        if (isRecent(entry.endedAt)) toRead.push(key);
      }
      this.#stored.addPart(partKey, part);
      if (this.#stored.has(partKey)) this.onChange(owner);
      else this.#writes.remove(partKey);
    }
    return [...toRead, ...missing];
  }

  /** Takes up stored exchanges that had to be read. @returns the records of requests that are not over, or only just are */
  load(texts: ReadonlyMap<string, string>): readonly ExchangeRecord[] {
    const recent: ExchangeRecord[] = [];
    for (const [key, text] of texts) {
      const { record, exchange } = readRecord(key, text);
      if (record === null || exchange === null) {
        const stored = this.#find(key);
        if (stored === undefined) this.#writes.remove(key);
        else this.#remove(stored);
        continue;
      }
      this.#index(key, exchange, text.length, seenBefore(exchange.startedAt));
      // What the stored index doesn't know is written once more, with its part of it.
      const stored = this.#find(key);
      if (stored !== undefined && !this.#stored.knows(stored))
        this.#writes.set(key, () => text, WRITE_DELAY_MS);
      if (isRecent(exchange.endedAt)) recent.push(record);
    }
    return recent;
  }

  /** Keeps a record as it is now. One that is not, or turns out not to be, of the CORS protocol is not kept. */
  put(record: ExchangeRecord): void {
    const exchange = toExchange(record);
    if (exchange === null) return;
    const { owner, id } = exchange;
    if (!isListed(exchange)) {
      this.remove(owner, id);
      return;
    }
    const key = exchangeKey(owner, id);
    const before = this.index.get(owner, key);
    this.#index(key, exchange, before?.size ?? 0, before?.firstSeenAt ?? this.#now());
    const failed = exchange.outcome.type === 'error' && record.request !== null;
    this.#writes.set(key, () => textOf(record), failed ? 0 : WRITE_DELAY_MS);
    this.#dropAll(this.index.excess(owner));
  }

  get(owner: Owner, id: string): StoredExchange | undefined {
    return this.index.get(owner, exchangeKey(owner, id));
  }

  remove(owner: Owner, id: string): void {
    const stored = this.get(owner, id);
    if (stored !== undefined) this.#remove(stored);
  }

  removeAll(exchanges: readonly StoredExchange[]): void {
    for (const stored of exchanges) this.#remove(stored);
  }

  /** Reads records, the latest changes included. */
  async readAll(exchanges: readonly StoredExchange[]): Promise<readonly ExchangeRecord[]> {
    const texts = await this.#writes.read(exchanges.map(({ key }) => key));
    return [...texts].flatMap(([key, text]) => readRecord(key, text).record ?? []);
  }

  #find(key: string): StoredExchange | undefined {
    const parsed = parseKey(key);
    return parsed?.type === 'exchange' ? this.index.get(parsed.owner, key) : undefined;
  }

  #index(key: string, exchange: Exchange, size: number, firstSeenAt: number): void {
    const { id, owner, origin, startedAt, overridden, endedAt, hops } = exchange;
    const outside = exchange.outside !== undefined;
    // Judged once there is something to judge, not at each of its steps.
    const judged = endedAt !== null || hops.some(({ preflight }) => preflight?.response);
    const blocked = judged && diagnose(exchange, this.#profile).outcome === 'blocked';
    const known = { id, origin, startedAt, endedAt, blocked, outside, overridden, size };
    this.index.set({ ...known, key, owner, firstSeenAt });
    this.onChange(owner);
  }

  /** Drops what there is no room for. @returns whether there was anything to drop */
  #dropAll(exchanges: readonly StoredExchange[]): boolean {
    for (const stored of exchanges) {
      this.#remove(stored);
      this.#dropped.add(stored);
    }
    return exchanges.length > 0;
  }

  #remove(stored: StoredExchange): void {
    const { owner, key, size } = stored;
    this.index.delete(owner, key);
    this.#writes.remove(key, size > 0);
    const emptyPart = this.#stored.delete(stored);
    if (emptyPart !== null) this.#writes.remove(emptyPart);
    this.onChange(owner);
  }
}

/** A chain of redirects may take many times what a single answer can. */
function textOf(record: ExchangeRecord): string {
  const text = serializeExchangeRecord(record);
  return text.length <= MAX_RECORD_CHARS ? text : serializeExchangeRecord(withoutOldHops(record));
}

/**
 * DevTools may still tell of a request that has ended while the worker was away. Only the system's clock goes on while
 * there is no worker; where it was set back, what ended after that time is no news.
 */
function isRecent(endedAt: number | null): boolean {
  return endedAt === null || Math.abs(Date.now() - endedAt) < RECENT_END_MS;
}

/** When an earlier worker saw a request, by this one's clock, in ms: before 0. */
function seenBefore(startedAt: number): number {
  return Math.min(0, startedAt - Date.now());
}

/** What can't be read, by whatever fault, is told and given up: all else goes on. */
function readRecord(
  key: string,
  text: string,
): { readonly record: ExchangeRecord | null; readonly exchange: Exchange | null } {
  try {
    const record = parseExchangeRecord(text);
    return { record, exchange: record === null ? null : toExchange(record) };
  } catch (error) {
    console.error(`What is stored as ${key} can't be read.`, error);
    return { record: null, exchange: null };
  }
}
