import { tabOwner } from '../cors/index.ts';
import type { State } from './state.ts';

/** Events of a closed tab may arrive for this time. */
const LATE_EVENTS_MS = 10_000;

/** Forgets everything about a tab that was closed. */
export async function forgetTab(state: State, tabId: number): Promise<void> {
  const { ledger, exchanges, pages, destinations, dropped, closedTabs, clearedAt, overrides } = state;
  closedTabs.add(tabId);
  setTimeout(() => closedTabs.delete(tabId), LATE_EVENTS_MS);
  ledger.evictTab(tabId);
  exchanges.removeAll(exchanges.index.of(tabOwner(tabId)));
  pages.delete(tabId);
  destinations.forget(tabId);
  dropped.clear(tabId);
  clearedAt.delete(tabId);
  await overrides.tabClosed(tabId);
}
