import { type Dropped, droppedKey, parseDropped, serialize } from '../store/index.ts';
import type { StoredExchange } from './exchange-index.ts';
import type { PageStore } from './page-store.ts';
import type { WriteBehind } from './write-behind.ts';

const NONE: Dropped = {
  count: 0,
  ofPage: 0,
  since: 0,
  unheard: { count: 0, ofPage: 0 },
  outside: { count: 0, ofPage: 0 },
};

/** Counts the exchanges of each tab that were dropped to make room. The panel shows the count. */
export class DroppedCounts {
  readonly #counts = new Map<number, Dropped>();
  readonly #pages: PageStore;
  readonly #writes: WriteBehind;

  constructor(pages: PageStore, writes: WriteBehind) {
    this.#pages = pages;
    this.#writes = writes;
  }

  load(tabId: number, text: string): void {
    const dropped = parseDropped(text);
    if (dropped !== null) this.#counts.set(tabId, dropped);
  }

  /** Counts a dropped exchange. A service worker's counts for each tab that shows a page of its origin. */
  add({ owner, origin, startedAt, outside }: StoredExchange): void {
    const tabIds = owner.type === 'tab' ? [owner.tabId] : this.#pages.tabsOf(origin);
    for (const tabId of tabIds) {
      if (outside) this.addOutside(tabId, 1, startedAt);
      else this.#count(tabId, startedAt);
    }
  }

  /** Counts requests that CORS decides nothing about, and that are kept no more. @param latest when the last of them began */
  addOutside(tabId: number, count: number, latest: number): void {
    const before = this.#since(tabId);
    const { outside, since } = before;
    const ofPage = outside.ofPage + (latest >= since ? count : 0);
    this.#set(tabId, { ...before, outside: { count: outside.count + count, ofPage } });
  }

  /** Counts requests that DevTools told of and that could not be stored. @param latest when the last of them began */
  addUnheard(tabId: number, count: number, latest: number): void {
    if (count === 0) return;
    const before = this.#since(tabId);
    const { unheard, since } = before;
    const ofPage = unheard.ofPage + (latest >= since ? count : 0);
    this.#set(tabId, { ...before, unheard: { count: unheard.count + count, ofPage } });
  }

  /** Resets the counts of a tab that was closed or whose list was cleared. */
  clear(tabId: number): void {
    if (this.#counts.delete(tabId)) this.#writes.remove(droppedKey(tabId));
  }

  #count(tabId: number, startedAt: number): void {
    const before = this.#since(tabId);
    const ofPage = before.ofPage + Number(startedAt >= before.since);
    this.#set(tabId, { ...before, count: before.count + 1, ofPage });
  }

  /** The counts of a tab. Those of the page start at 0 after a navigation. */
  #since(tabId: number): Dropped {
    const since = this.#pages.get(tabId)?.since ?? 0;
    const before = this.#counts.get(tabId) ?? NONE;
    if (before.since === since) return before;
    const unheard = { ...before.unheard, ofPage: 0 };
    return { ...before, ofPage: 0, unheard, outside: { ...before.outside, ofPage: 0 }, since };
  }

  #set(tabId: number, dropped: Dropped): void {
    this.#counts.set(tabId, dropped);
    this.#writes.set(droppedKey(tabId), () => serialize(dropped));
  }
}
