import { type Exchange, isTab } from '../cors/index.ts';
import { toExchange } from '../observe/index.ts';
import type { StoreChange } from '../store/index.ts';
import {
  type Dropped,
  type Page,
  type ParsedKey,
  parseDropped,
  parseExchangeRecord,
  parseKey,
  parsePage,
} from '../store/index.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { subscribeStore } from './store-feed.ts';

/** The observations of one tab. */
export interface TabContent {
  /** Its top-level page. Null if none was observed. */
  readonly page: Page | null;
  /** The exchanges of all its pages, with those of its page's service worker, which belong to no tab. */
  readonly exchanges: readonly Exchange[];
  /** The exchanges that were dropped to make room. Null if none were. */
  readonly dropped: Dropped | null;
  /** Whether all stored entries of the tab have been read. */
  readonly isComplete: boolean;
}

/**
 * Delivers the content of a tab: at first each part as soon as it is read, then again after changes, once per frame.
 * @param onUnreadable called when the store can't be read, and again once it can
 * @returns a function that unsubscribes
 */
export function subscribeTab(
  tabId: number,
  listener: (content: TabContent) => void,
  onUnreadable: (isUnreadable: boolean) => void,
): () => void {
  const exchanges = new Map<string, Exchange>();
  let page: Page | null = null;
  let dropped: Dropped | null = null;
  let isComplete = false;
  /** The changes that are not parsed yet. A key that changes repeatedly is parsed once, in its latest state. */
  const changed = new Map<string, readonly [ParsedKey, value: string | null]>();
  const readChanged = () => {
    for (const [key, value] of changed.values()) {
      if (key.type === 'page') page = value === null ? null : parsePage(value);
      else if (key.type === 'dropped') dropped = value === null ? null : parseDropped(value);
      else if (key.type === 'exchange') putInto(exchanges, key.id, value);
    }
    changed.clear();
  };
  const deliver = () => {
    readChanged();
    const origin = page?.origin;
    const ofTab = [...exchanges.values()].filter((one) => isTab(one.owner, tabId) || one.origin === origin);
    listener({ page, exchanges: ofTab, dropped, isComplete });
  };
  const deliverSoon = oncePerFrame(deliver);
  const keyOfTab = (key: string): ParsedKey | null => {
    const parsed = parseKey(key);
    switch (parsed?.type) {
      case 'exchange':
        return parsed.owner.type === 'serviceWorker' || parsed.owner.tabId === tabId ? parsed : null;
      case 'page':
      case 'dropped':
        return parsed.tabId === tabId ? parsed : null;
      case 'index':
      case 'cleared':
      case undefined:
        return null;
    }
  };
  // Keys are read from the last one on, so the page (`page/…`) is there before its exchanges (`exchange/…`).
  const onChange = (change: StoreChange, hasAll: boolean) => {
    for (const [key, value] of change) {
      const parsed = keyOfTab(key);
      if (parsed !== null) changed.set(key, [parsed, value]);
    }
    if (hasAll && isComplete) {
      if (changed.size > 0) deliverSoon();
      return;
    }
    isComplete = hasAll;
    deliver();
  };
  return subscribeStore((key) => keyOfTab(key) !== null, { onChange, onUnreadable });
}

function putInto(exchanges: Map<string, Exchange>, id: string, text: string | null): void {
  const record = text === null ? null : parseExchangeRecord(text);
  const exchange = record === null ? null : toExchange(record);
  if (exchange === null) exchanges.delete(id);
  else exchanges.set(id, exchange);
}

/** Returns the exchanges that began since the tab's current page was navigated to. */
export function ofCurrentPage({ page, exchanges }: TabContent): readonly Exchange[] {
  const since = page?.since ?? 0;
  return exchanges.filter(({ startedAt }) => startedAt >= since);
}

/** Counts the dropped exchanges of the tab's current page. */
export function droppedOfCurrentPage({ page, dropped }: TabContent): number {
  return dropped !== null && dropped.since === (page?.since ?? 0) ? dropped.ofPage : 0;
}

/** Counts the requests of the tab's current page that DevTools reported and that couldn't be stored. */
export function unheardOfCurrentPage({ page, dropped }: TabContent): number {
  return dropped !== null && dropped.since === (page?.since ?? 0) ? dropped.unheard.ofPage : 0;
}

/** Counts the requests of the tab's current page that CORS decides nothing about, and that are kept no more. */
export function outsideOfCurrentPage({ page, dropped }: TabContent): number {
  return dropped !== null && dropped.since === (page?.since ?? 0) ? dropped.outside.ofPage : 0;
}
