import { diagnose, type Exchange } from '../cors/index.ts';
import { type ExchangeRecord, isCorsExchange, toExchange } from '../exchange/index.ts';
import { read, remove, write } from '../platform/session-store.ts';
import { exchangeKey, parseExchangeRecord, serialize } from '../platform/stored.ts';
import { ExchangeIndex, leastWorth, type StoredExchange } from './exchange-index.ts';
import { SerialQueue } from './serial-queue.ts';

/**
 * How long a pending exchange waits for its end to be written with it, and a preflight for the request that it belongs
 * to, in ms: when the worker is woken, events may come in any order. What else has ended is written at once.
 */
const PENDING_DELAY = 50;
/** How long ago a request may have ended to be taken up again when the worker starts, in ms. */
const RECENT = 10_000;
/** Keys in one write. */
const BATCH = 50;

/**
 * The exchanges in `storage.session`, one key each. Changes are made at once in memory and written behind, in small
 * batches; the store is what a stopped worker comes back to.
 */
export class ExchangeStore {
  readonly index = new ExchangeIndex();
  /** Called with a tab's id when one of its exchanges has changed. */
  onChange: (tabId: number) => void = () => {};
  /** Records to be written; null for keys to be removed. */
  readonly #dirty = new Map<string, ExchangeRecord | null>();
  readonly #queue = new SerialQueue();
  #timer: { readonly due: number; readonly id: ReturnType<typeof setTimeout> } | null = null;

  /** Fills the index from what is stored under the keys of exchanges. @returns the records of requests that are not over, or only just are */
  load(texts: ReadonlyMap<string, string>): readonly ExchangeRecord[] {
    const recent: ExchangeRecord[] = [];
    for (const [key, text] of texts) {
      const record = parseExchangeRecord(text);
      const exchange = record === null ? null : toExchange(record);
      if (record === null || exchange === null) {
        this.#mark(key, null);
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
    const waits = exchange.endedAt === null || record.request === null;
    this.#mark(key, record, waits ? PENDING_DELAY : 0);
    for (const stored of this.index.excess(tabId)) this.#drop(stored);
  }

  get(tabId: number, id: string): StoredExchange | undefined {
    return this.index.get(tabId, exchangeKey(tabId, id));
  }

  remove(tabId: number, id: string): void {
    const stored = this.get(tabId, id);
    if (stored !== undefined) this.#drop(stored);
  }

  removeAll(exchanges: readonly StoredExchange[]): void {
    for (const stored of exchanges) this.#drop(stored);
  }

  /** Reads records, the latest changes included. */
  async readAll(exchanges: readonly StoredExchange[]): Promise<readonly ExchangeRecord[]> {
    await this.flush();
    const texts = await read(exchanges.map(({ key }) => key));
    return [...texts.values()].flatMap((text) => parseExchangeRecord(text) ?? []);
  }

  /** Writes what is waiting. @returns once it is stored */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    this.#timer = null;
    return this.#queue.run(async () => {
      while (this.#dirty.size > 0) await this.#writeBatch([...this.#dirty].slice(0, BATCH));
    });
  }

  async #writeBatch(batch: readonly (readonly [string, ExchangeRecord | null])[]): Promise<void> {
    for (const [key] of batch) this.#dirty.delete(key);
    const removed = batch.filter(([, record]) => record === null).map(([key]) => key);
    const written = batch.filter((entry): entry is [string, ExchangeRecord] => entry[1] !== null);
    if (removed.length > 0) await remove(removed);
    if (written.length === 0) return;
    const texts = new Map(written.map(([key, record]) => [key, serialize(record)]));
    for (const [key, text] of texts) this.index.resize(key, text.length);
    try {
      await write(texts);
    } catch (error) {
      // The area is full: something older makes room, and these are tried again.
      const freed = leastWorth(this.index.all().filter(({ key }) => !texts.has(key)));
      if (freed.length === 0) throw error;
      this.removeAll(freed);
      for (const [key, record] of written) if (!this.#dirty.has(key)) this.#dirty.set(key, record);
    }
  }

  #index(key: string, exchange: Exchange, size: number): void {
    const { tabId, origin, startedAt, overridden, endedAt, hops } = exchange;
    // Judged once there is something to judge, not at each of its steps.
    const judged = endedAt !== null || hops.some(({ preflight }) => preflight?.response);
    const blocked = judged && diagnose(exchange).outcome === 'blocked';
    this.index.set({ key, tabId, origin, startedAt, overridden, blocked, size });
    this.onChange(tabId);
  }

  #drop({ tabId, key }: StoredExchange): void {
    this.index.delete(tabId, key);
    this.onChange(tabId);
    this.#mark(key, null);
  }

  #mark(key: string, record: ExchangeRecord | null, delay = 0): void {
    this.#dirty.delete(key);
    this.#dirty.set(key, record);
    const due = Date.now() + delay;
    if (this.#timer !== null && this.#timer.due <= due) return;
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    const flush = () =>
      this.flush().catch((error: unknown) => console.error('Exchanges could not be stored.', error));
    this.#timer = { due, id: setTimeout(flush, delay) };
  }
}

/** DevTools may still tell of a request that has ended while the worker was away. */
function isRecent({ endedAt }: Exchange): boolean {
  return endedAt === null || Date.now() - endedAt < RECENT;
}
