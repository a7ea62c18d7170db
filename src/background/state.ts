import { Ledger } from '../exchange/index.ts';
import { removeProbeRule } from '../platform/session-rules.ts';
import { read, readAll, remove, write } from '../platform/session-store.ts';
import { OVERRIDES_KEY, parseKey } from '../platform/stored.ts';
import { openTabs } from '../platform/tabs.ts';
import { ClearedTimes } from './cleared-times.ts';
import { DroppedCounts } from './dropped-counts.ts';
import { ExchangeStore } from './exchange-store.ts';
import { HeardEntries } from './heard-entries.ts';
import { OverrideStore } from './override-store.ts';
import { PageStore } from './page-store.ts';
import { WriteBehind } from './write-behind.ts';

/** Everything the worker knows; as much of it as must outlive the worker is in `storage.session`. */
export interface State {
  readonly ledger: Ledger;
  readonly exchanges: ExchangeStore;
  readonly overrides: OverrideStore;
  readonly pages: PageStore;
  readonly dropped: DroppedCounts;
  /** Tabs that were closed a moment ago: what they were still waiting for is told of later. */
  readonly closedTabs: Set<number>;
  readonly clearedAt: ClearedTimes;
  readonly heard: HeardEntries;
  /** What has changed of all that and is not in `storage.session` yet. */
  readonly writes: WriteBehind;
}

/** Comes back to where the last worker was stopped. Tabs closed meanwhile are forgotten. */
export async function loadState(): Promise<State> {
  const [stored, tabs] = await Promise.all([readAll(), openTabs()]);
  // Requests of service workers belong to no tab.
  const live = new Set([-1, ...tabs.map(({ id }) => id)]);
  const writes = new WriteBehind({ read, write, remove });
  const pages = new PageStore(writes);
  const dropped = new DroppedCounts(pages, writes);
  const state = {
    ledger: new Ledger(),
    exchanges: new ExchangeStore(writes, dropped),
    overrides: new OverrideStore(writes, (tabId) => pages.get(tabId)?.frameOrigins ?? []),
    pages,
    dropped,
    closedTabs: new Set<number>(),
    clearedAt: new ClearedTimes(writes),
    heard: new HeardEntries(),
    writes,
  };
  const exchangeTexts = new Map<string, string>();
  const gone: string[] = [];
  for (const [key, text] of stored) {
    const parsed = parseKey(key);
    if (parsed === null) continue;
    const { tabId } = parsed;
    if (!live.has(tabId)) gone.push(key);
    else if (parsed.type === 'page') pages.load(tabId, text);
    else if (parsed.type === 'dropped') dropped.load(tabId, text);
    else if (parsed.type === 'cleared') state.clearedAt.load(tabId, text);
    else exchangeTexts.set(key, text);
  }
  for (const record of state.exchanges.load(exchangeTexts)) state.ledger.restore(record);
  state.overrides.load(stored.get(OVERRIDES_KEY) ?? null);
  if (gone.length > 0) await remove(gone);
  const reconciled = state.overrides.reconcile().catch((error: unknown) => {
    // A policy may have come to forbid an override's means: all else goes on.
    console.error('Overrides could not be brought into force.', error);
  });
  await Promise.all([reconciled, removeProbeRule()]);
  return state;
}
