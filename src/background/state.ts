import { ownBrowser, ownProfile } from '../browser/own-browser.ts';
import { removeProbeRule } from '../browser/session-rules.ts';
import { read, readKeys, remove, write } from '../browser/session-store.ts';
import { openTabs } from '../browser/tabs.ts';
import type { BrowserProfile } from '../cors/index.ts';
import { Ledger } from '../observe/index.ts';
import { isExchangeKey, OVERRIDES_KEY, type ParsedKey, parseKey } from '../store/index.ts';
import { ClearedTimes } from './cleared-times.ts';
import { Destinations } from './destinations.ts';
import { DroppedCounts } from './dropped-counts.ts';
import { ExchangeStore } from './exchange-store.ts';
import { ForgottenExchanges } from './forgotten-exchanges.ts';
import { OverrideStore } from './override-store.ts';
import { PageStore } from './page-store.ts';
import { persistently } from './persistently.ts';
import { ReceivedEntries } from './received-entries.ts';
import { Troubles } from './troubles.ts';
import { WriteBehind } from './write-behind.ts';

/** Everything the worker knows. What must outlive the worker is in `storage.session`. */
export interface State {
  /** The browser that this runs in. */
  readonly profile: BrowserProfile;
  readonly ledger: Ledger;
  readonly exchanges: ExchangeStore;
  readonly overrides: OverrideStore;
  readonly pages: PageStore;
  readonly destinations: Destinations;
  readonly dropped: DroppedCounts;
  /** Tabs that were closed recently. Events of their pending requests may still arrive, and are ignored. */
  readonly closedTabs: Set<number>;
  readonly clearedAt: ClearedTimes;
  readonly received: ReceivedEntries;
  readonly forgotten: ForgottenExchanges;
  /** Changes that are not in `storage.session` yet. */
  readonly writes: WriteBehind;
  /** What fails at the moment. */
  readonly troubles: Troubles;
}

/**
 * Loads the state that the last worker stored, without tabs that were closed in the meantime. Whatever can't be loaded is
 * reported and retried. Until then the worker goes on without it.
 */
export async function loadState(): Promise<State> {
  const profile = ownProfile();
  const writes = new WriteBehind({ read, write, remove });
  const pages = new PageStore(writes);
  const dropped = new DroppedCounts(pages, writes);
  const destinations = new Destinations();
  const ledger = new Ledger(() => performance.now(), ownBrowser.devtoolsLag);
  const exchanges = new ExchangeStore(writes, dropped, profile);
  const state: State = {
    profile,
    ledger,
    exchanges,
    overrides: new OverrideStore(writes, (tabId) => pages.observedIn(tabId), destinations, profile),
    pages,
    destinations,
    dropped,
    closedTabs: new Set(),
    clearedAt: new ClearedTimes(writes),
    received: new ReceivedEntries(),
    forgotten: new ForgottenExchanges(exchanges, ledger),
    writes,
    troubles: new Troubles(),
  };
  const tell = (what: string, error: unknown) => state.troubles.tell(what, error);
  writes.onTrouble = (error) => tell('store what it has seen', error);
  const unread = new Set<string>();
  // As long as it isn't known which overrides there are, none is ended.
  const takeUpAndGoOn = async () => {
    await takeUp(state, unread);
    await persistently('bring overrides into force', () => state.overrides.reconcile(), tell);
  };
  await Promise.all([
    persistently('take up what is stored', takeUpAndGoOn, tell),
    persistently("take the probe's rule away", removeProbeRule, tell),
  ]);
  return state;
}

/**
 * Takes up what is stored, as far as this worker doesn't know better by now. Of exchanges the index is read, and only
 * those records that are not over, or only just are.
 * @param unread keys of records that an earlier try could not read
 */
async function takeUp(state: State, unread: Set<string>): Promise<void> {
  const { exchanges, pages, dropped, clearedAt, overrides, ledger, writes } = state;
  const [keys, live] = await Promise.all([readKeys(), liveTabs()]);
  const exchangeKeys: string[] = [];
  const others: string[] = [];
  for (const key of keys) (isExchangeKey(key) ? exchangeKeys : others).push(key);
  const stored = await read([OVERRIDES_KEY, ...withoutClosedTabs(others, live, writes)]);
  const parts = new Map<string, string>();
  for (const [key, text] of stored) {
    const parsed = parseKey(key);
    if (parsed?.type === 'index') parts.set(key, text);
    else if (parsed?.type === 'page' && pages.get(parsed.tabId) === undefined) {
      unlessBroken(key, () => pages.load(parsed.tabId, text));
    } else if (parsed?.type === 'dropped') unlessBroken(key, () => dropped.load(parsed.tabId, text));
    else if (parsed?.type === 'cleared') unlessBroken(key, () => clearedAt.load(parsed.tabId, text));
  }
  unlessBroken(OVERRIDES_KEY, () => overrides.load(stored.get(OVERRIDES_KEY) ?? null, live));
  // The keys that the index names are not parsed: there are thousands.
  const toRead = exchanges.loadIndex(parts, exchangeKeys);
  for (const key of withoutClosedTabs(toRead, live, writes)) unread.add(key);
  if (unread.size === 0) return;
  for (const record of exchanges.load(await writes.read([...unread]))) ledger.restore(record);
  unread.clear();
}

/**
 * Removes what closed tabs have left.
 * @param live the tabs that are open; null if that isn't known
 * @returns the other keys, but for those that nobody knows
 */
function withoutClosedTabs(
  keys: readonly string[],
  live: ReadonlySet<number> | null,
  writes: WriteBehind,
): readonly string[] {
  return keys.filter((key) => {
    const parsed = parseKey(key);
    if (parsed === null) return false;
    const isOpen = live === null || isOfLiveTab(parsed, live);
    if (!isOpen) writes.remove(key);
    return isOpen;
  });
}

/** Whether what is stored is of a tab that is still open, or of service workers, which belong to no tab. */
function isOfLiveTab(parsed: ParsedKey, live: ReadonlySet<number>): boolean {
  if (!('owner' in parsed)) return live.has(parsed.tabId);
  return parsed.owner.type === 'serviceWorker' || live.has(parsed.owner.tabId);
}

/** The ids of open tabs. Null where they can't be asked for. */
async function liveTabs(): Promise<ReadonlySet<number> | null> {
  try {
    return new Set((await openTabs()).map(({ id }) => id));
  } catch (error) {
    console.error('Which tabs are open is not known: what closed ones have left is forgotten later.', error);
    return null;
  }
}

/** One text that can't be read doesn't keep the others from being read. */
function unlessBroken(key: string, load: () => void): void {
  try {
    load();
  } catch (error) {
    console.error(`What is stored as ${key} can't be read.`, error);
  }
}
