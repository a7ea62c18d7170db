import type { Exchange } from '../cors/index.ts';
import { toExchange } from '../exchange/index.ts';
import { oncePerFrame } from './once-per-frame.ts';
import type { StoreChange } from './session-store.ts';
import { subscribeStore } from './store-feed.ts';
import {
  type Dropped,
  droppedKey,
  type Page,
  pageKey,
  parseDropped,
  parseExchangeRecord,
  parseKey,
  parsePage,
} from './stored.ts';

/** What is known of one tab. */
export interface TabContent {
  /** Its top-level page, as far as it was seen. */
  readonly page: Page | null;
  /** Its exchanges, and those of its page's service worker, which belong to no tab; of all its pages. */
  readonly exchanges: readonly Exchange[];
  /** What was dropped of them to make room; null while nothing was. */
  readonly dropped: Dropped | null;
}

/** Delivers what is known of a tab, and again when that has changed, once per frame. @returns the way to stop */
export function subscribeTab(tabId: number, listener: (content: TabContent) => void): () => void {
  const exchanges = new Map<string, Exchange>();
  let page: Page | null = null;
  let dropped: Dropped | null = null;
  let isDue = false;
  let wasDelivered = false;
  const deliver = oncePerFrame(() => {
    const origin = page?.origin;
    const ofTab = [...exchanges.values()].filter((one) => one.tabId === tabId || one.origin === origin);
    listener({ page, exchanges: ofTab, dropped });
  });
  const wanted = (key: string) => {
    const owner = parseKey(key)?.tabId;
    return owner === tabId || owner === -1;
  };
  // The page comes before its exchanges.
  return subscribeStore(wanted, (change, isComplete) => {
    const newPage = change.get(pageKey(tabId));
    if (newPage !== undefined) page = newPage === null ? null : parsePage(newPage);
    const newDropped = change.get(droppedKey(tabId));
    if (newDropped !== undefined) dropped = newDropped === null ? null : parseDropped(newDropped);
    const changed = applyTo(exchanges, tabId, change);
    // Between the first part and the last nobody could read what comes: to show it would only hold up the rest.
    isDue ||= changed || newPage !== undefined || newDropped !== undefined;
    if (!isDue || (wasDelivered && !isComplete)) return;
    isDue = false;
    wasDelivered = true;
    deliver();
  });
}

function applyTo(exchanges: Map<string, Exchange>, tabId: number, change: StoreChange): boolean {
  let changed = false;
  for (const [key, value] of change) {
    const parsed = parseKey(key);
    if (parsed?.type !== 'exchange' || (parsed.tabId !== tabId && parsed.tabId !== -1)) continue;
    changed = true;
    const record = value === null ? null : parseExchangeRecord(value);
    const exchange = record === null ? null : toExchange(record);
    if (exchange === null) exchanges.delete(parsed.id);
    else exchanges.set(parsed.id, exchange);
  }
  return changed;
}

/** The exchanges of the tab's current page: those that began since it was navigated to. */
export function ofCurrentPage({ page, exchanges }: TabContent): readonly Exchange[] {
  const since = page?.since ?? 0;
  return exchanges.filter(({ startedAt }) => startedAt >= since);
}

/** How many of the exchanges of the tab's current page were dropped. */
export function droppedOfCurrentPage({ page, dropped }: TabContent): number {
  return dropped !== null && dropped.since === (page?.since ?? 0) ? dropped.ofPage : 0;
}
