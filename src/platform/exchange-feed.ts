import type { Exchange } from '../cors/index.ts';
import { toExchange } from '../exchange/index.ts';
import { onStoreChanged, readAll, type StoreChange } from './session-store.ts';
import { parseExchangeRecord, parseKey } from './stored.ts';

export interface ExchangeChange {
  readonly put: readonly Exchange[];
  /** Ids. */
  readonly removed: readonly string[];
}

/** Delivers a tab's stored exchanges, then every change. @returns the way to stop */
export function subscribeExchanges(tabId: number, listener: (change: ExchangeChange) => void): () => void {
  return subscribeStore((change) => {
    const ours = changeOf(tabId, change);
    if (ours.put.length > 0 || ours.removed.length > 0) listener(ours);
  });
}

/**
 * Listens first and reads the snapshot then, so that nothing falls between; what changed meanwhile wins over the
 * snapshot.
 */
export function subscribeStore(listener: (change: StoreChange) => void): () => void {
  const newer = new Set<string>();
  const stop = onStoreChanged((change) => {
    for (const key of change.keys()) newer.add(key);
    listener(change);
  });
  void readAll().then((all) => listener(new Map([...all].filter(([key]) => !newer.has(key)))));
  return stop;
}

function changeOf(tabId: number, change: StoreChange): ExchangeChange {
  const put: Exchange[] = [];
  const removed: string[] = [];
  for (const [key, value] of change) {
    const parsed = parseKey(key);
    if (parsed?.type !== 'exchange' || parsed.tabId !== tabId) continue;
    const record = value === null ? null : parseExchangeRecord(value);
    const exchange = record === null ? null : toExchange(record);
    if (exchange === null) removed.push(parsed.id);
    else put.push(exchange);
  }
  return { put, removed };
}
