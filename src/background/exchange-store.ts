import { diagnose } from '../cors/index.ts';
import { type ExchangeRecord, isCorsExchange, toExchange } from '../exchange/index.ts';
import { read, remove, write } from '../platform/session-store.ts';
import { exchangeKey, parseExchangeRecord, serialize } from '../platform/stored.ts';
import { ExchangeIndex, leastWorth, type StoredExchange } from './exchange-index.ts';
import { SerialQueue } from './serial-queue.ts';

/** How long a pending exchange waits for its end to be written with it, in ms. What has ended is written at once. */
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
  /** Texts to be written; null for keys to be removed. */
  readonly #dirty = new Map<string, string | null>();
  readonly #queue = new SerialQueue();
  #timer: { readonly due: number; readonly id: ReturnType<typeof setTimeout> } | null = null;

  /** Fills the index from what is stored under the keys of exchanges. @returns the records of requests that are not over, or only just are */
  load(texts: ReadonlyMap<string, string>): readonly ExchangeRecord[] {
    const recent: ExchangeRecord[] = [];
    for (const [key, text] of texts) {
      const record = parseExchangeRecord(text);
      if (record === null || !this.#indexed(key, text, record)) this.#mark(key, null);
      else if (isRecent(record)) recent.push(record);
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
    const text = serialize(record);
    this.#indexed(key, text, record);
    this.#mark(key, text, exchange.endedAt === null ? PENDING_DELAY : 0);
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

  async #writeBatch(batch: readonly (readonly [string, string | null])[]): Promise<void> {
    for (const [key] of batch) this.#dirty.delete(key);
    const removed = batch.filter(([, text]) => text === null).map(([key]) => key);
    const written = batch.filter((entry): entry is [string, string] => entry[1] !== null);
    if (removed.length > 0) await remove(removed);
    if (written.length === 0) return;
    try {
      await write(new Map(written));
    } catch (error) {
      // The area is full: something older makes room, and these are tried again.
      const beingWritten = new Set(written.map(([key]) => key));
      const freed = leastWorth(this.index.all().filter(({ key }) => !beingWritten.has(key)));
      if (freed.length === 0) throw error;
      this.removeAll(freed);
      for (const [key, text] of written) if (!this.#dirty.has(key)) this.#dirty.set(key, text);
    }
  }

  #indexed(key: string, text: string, record: ExchangeRecord): boolean {
    const exchange = toExchange(record);
    if (exchange === null) return false;
    const { tabId, origin, startedAt, overridden } = exchange;
    const blocked = diagnose(exchange).outcome === 'blocked';
    this.onChange(tabId);
    this.index.set({ key, tabId, origin, startedAt, overridden, blocked, size: text.length });
    return true;
  }

  #drop({ tabId, key }: StoredExchange): void {
    this.index.delete(tabId, key);
    this.onChange(tabId);
    this.#mark(key, null);
  }

  #mark(key: string, text: string | null, delay = 0): void {
    this.#dirty.delete(key);
    this.#dirty.set(key, text);
    const due = Date.now() + delay;
    if (this.#timer !== null && this.#timer.due <= due) return;
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    const flush = () =>
      this.flush().catch((error: unknown) => console.error('Exchanges could not be stored.', error));
    this.#timer = { due, id: setTimeout(flush, delay) };
  }
}

/** DevTools may still tell of a request that has ended while the worker was away. */
function isRecent(record: ExchangeRecord): boolean {
  const endedAt = toExchange(record)?.endedAt ?? null;
  return endedAt === null || Date.now() - endedAt < RECENT;
}
