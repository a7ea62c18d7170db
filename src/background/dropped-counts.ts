import { type Dropped, droppedKey, parseDropped, serialize } from '../platform/stored.ts';
import type { StoredExchange } from './exchange-index.ts';
import type { PageStore } from './page-store.ts';
import type { WriteBehind } from './write-behind.ts';

/** How many exchanges of each tab were dropped to make room: the panel says so. */
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

  /** Counts an exchange that was dropped: a service worker's in each tab that shows a page of its origin. */
  add({ tabId, origin, startedAt }: StoredExchange): void {
    for (const shownIn of tabId < 0 ? this.#pages.tabsOf(origin) : [tabId]) this.#count(shownIn, startedAt);
  }

  /** Counts anew: the tab was closed, or its list cleared. */
  clear(tabId: number): void {
    if (this.#counts.delete(tabId)) this.#writes.remove(droppedKey(tabId));
  }

  #count(tabId: number, startedAt: number): void {
    const since = this.#pages.get(tabId)?.since ?? 0;
    const before = this.#counts.get(tabId);
    const ofPage = before?.since === since ? before.ofPage : 0;
    const dropped: Dropped = {
      count: (before?.count ?? 0) + 1,
      ofPage: ofPage + Number(startedAt >= since),
      since,
    };
    this.#counts.set(tabId, dropped);
    this.#writes.set(droppedKey(tabId), () => serialize(dropped));
  }
}
