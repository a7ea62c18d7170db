import type { Exchange } from '../cors/index.ts';
import { toExchange } from '../observe/index.ts';
import { parseExchangeRecord, parseKey, parsePage } from '../store/index.ts';

/** What is stored of one tab. */
export interface StoredTab {
  readonly tabId: number;
  /** Of the page that it shows; `null` where that isn't known. */
  readonly origin: string;
  /** In the order they began; those of its page's service worker among them, which belong to no tab. */
  readonly exchanges: readonly Exchange[];
}

/** Sorts what is stored by tabs. @param stored texts by their keys */
export function storedTabs(stored: ReadonlyMap<string, string>): readonly StoredTab[] {
  const origins = new Map<number, string>();
  const byTab = new Map<number, Exchange[]>();
  const ofWorkers: Exchange[] = [];
  for (const [key, text] of stored) {
    const parsed = parseKey(key);
    if (parsed?.type === 'page') {
      origins.set(parsed.tabId, parsePage(text)?.origin ?? 'null');
    } else if (parsed?.type === 'exchange') {
      const record = parseExchangeRecord(text);
      const exchange = record === null ? null : toExchange(record);
      if (exchange === null) continue;
      if (parsed.owner.type === 'serviceWorker') ofWorkers.push(exchange);
      else byTab.set(parsed.owner.tabId, [...(byTab.get(parsed.owner.tabId) ?? []), exchange]);
    }
  }
  return [...new Set([...origins.keys(), ...byTab.keys()])].map((tabId) => {
    const origin = origins.get(tabId) ?? 'null';
    const all = [...(byTab.get(tabId) ?? []), ...ofWorkers.filter((one) => one.origin === origin)];
    return { tabId, origin, exchanges: all.sort((one, other) => one.startedAt - other.startedAt) };
  });
}
