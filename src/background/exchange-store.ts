import { diagnose, type Exchange } from '../cors/index.ts';
import { type ExchangeRecord, isCorsExchange, toExchange, withoutOldHops } from '../exchange/index.ts';
import { exchangeKey, parseExchangeRecord, serializeExchangeRecord } from '../platform/stored.ts';
import type { DroppedCounts } from './dropped-counts.ts';
import { ExchangeIndex, leastWorth, type StoredExchange } from './exchange-index.ts';
import type { WriteBehind } from './write-behind.ts';

/**
 * How long what isn't urgent waits for more to be written with it, in ms: a pending exchange for its end, a preflight
 * for the request that it belongs to (when the worker is woken, events may come in any order), and what passed. What
 * failed is written at once.
 */
const DELAY = 50;
/** How long ago a request may have ended to be taken up again when the worker starts, in ms. */
const RECENT = 10_000;

/**
 * The exchanges in `storage.session`, one key each. Changes are made at once in memory and written behind; the store is
 * what a stopped worker comes back to. What waits to be written is never more than what is kept (`KEPT`), what waits to
 * be removed never more than what was stored.
 */
export class ExchangeStore {
  readonly index = new ExchangeIndex();
  /** Called with a tab's id when one of its exchanges has changed. */
  onChange: (tabId: number) => void = () => {};
  readonly #writes: WriteBehind;
  readonly #dropped: DroppedCounts;

  constructor(writes: WriteBehind, dropped: DroppedCounts) {
    this.#writes = writes;
    this.#dropped = dropped;
    writes.onWrite = (texts) => {
      const tabs = new Set([...texts].map(([key, text]) => this.index.resize(key, text.length)));
      for (const tabId of tabs) if (tabId !== null) this.#dropAll(this.index.excess(tabId));
    };
    writes.makeRoom = () => this.#dropAll(leastWorth(this.index.all()));
  }

  /** Fills the index from what is stored under the keys of exchanges. @returns the records of requests that are not over, or only just are */
  load(texts: ReadonlyMap<string, string>): readonly ExchangeRecord[] {
    const recent: ExchangeRecord[] = [];
    for (const [key, text] of texts) {
      const record = parseExchangeRecord(text);
      const exchange = record === null ? null : toExchange(record);
      if (record === null || exchange === null) {
        this.#writes.remove(key);
        continue;
      }
      this.#index(key, exchange, text.length);
      if (isRecent(exchange)) recent.push(record);
    }
    return recent;
  }

  /** Keeps a record as it is now. One that is not, or turns out not to be, of the CORS protocol is not kept. */
  put(record: ExchangeRecord): void {
    const exchange = toExchange(record);
    if (exchange === null) return;
    const { tabId, id } = exchange;
    if (isCorsExchange(exchange) !== true) {
      this.remove(tabId, id);
      return;
    }
    const key = exchangeKey(tabId, id);
    this.#index(key, exchange, this.index.get(tabId, key)?.size ?? 0);
    const failed = exchange.outcome.type === 'error' && record.request !== null;
    this.#writes.set(key, () => textOf(record), failed ? 0 : DELAY);
    this.#dropAll(this.index.excess(tabId));
  }

  get(tabId: number, id: string): StoredExchange | undefined {
    return this.index.get(tabId, exchangeKey(tabId, id));
  }

  remove(tabId: number, id: string): void {
    const stored = this.get(tabId, id);
    if (stored !== undefined) this.#remove(stored);
  }

  removeAll(exchanges: readonly StoredExchange[]): void {
    for (const stored of exchanges) this.#remove(stored);
  }

  /** Reads records, the latest changes included. */
  async readAll(exchanges: readonly StoredExchange[]): Promise<readonly ExchangeRecord[]> {
    const texts = await this.#writes.read(exchanges.map(({ key }) => key));
    return [...texts.values()].flatMap((text) => parseExchangeRecord(text) ?? []);
  }

  #index(key: string, exchange: Exchange, size: number): void {
    const { tabId, origin, startedAt, overridden, endedAt, hops } = exchange;
    // Judged once there is something to judge, not at each of its steps.
    const judged = endedAt !== null || hops.some(({ preflight }) => preflight?.response);
    const blocked = judged && diagnose(exchange).outcome === 'blocked';
    const pending = endedAt === null;
    this.index.set({ key, tabId, origin, startedAt, overridden, blocked, pending, size });
    this.onChange(tabId);
  }

  /** Drops what there is no room for. @returns whether there was anything to drop */
  #dropAll(exchanges: readonly StoredExchange[]): boolean {
    for (const stored of exchanges) {
      this.#remove(stored);
      this.#dropped.add(stored);
    }
    return exchanges.length > 0;
  }

  #remove({ tabId, key, size }: StoredExchange): void {
    this.index.delete(tabId, key);
    this.#writes.remove(key, size > 0);
    this.onChange(tabId);
  }
}

/** Longer texts are shortened, in characters. */
const LARGEST = 1_000_000;

/** A chain of redirects may take many times what a single answer can. */
function textOf(record: ExchangeRecord): string {
  const text = serializeExchangeRecord(record);
  return text.length <= LARGEST ? text : serializeExchangeRecord(withoutOldHops(record));
}

/** DevTools may still tell of a request that has ended while the worker was away. */
function isRecent({ endedAt }: Exchange): boolean {
  return endedAt === null || Date.now() - endedAt < RECENT;
}
