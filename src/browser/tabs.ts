import { browser } from './browser.ts';

export interface Tab {
  readonly id: number;
  /** Null if the extension has no access to the page's host. */
  readonly url: string | null;
}

export async function openTabs(): Promise<readonly Tab[]> {
  return (await browser.tabs.query({})).flatMap(toTab);
}

/** Finds a tab; null if there is none with that id. */
export async function tabOf(tabId: number): Promise<Tab | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab === null ? null : (toTab(tab)[0] ?? null);
}

/** The active tab of the current window. */
export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab === undefined ? null : (toTab(tab)[0] ?? null);
}

/** Calls back when the browser, or this profile of it, starts. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Calls back when a tab begins to load or changes its URL. */
export function onTabNavigated(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading' || change.url !== undefined) listener(tabId);
  });
}

/** Ignores `pendingUrl`: while the tab navigates, it still shows the page before. */
function toTab({ id, url }: chrome.tabs.Tab): Tab[] {
  return id === undefined ? [] : [{ id, url: url || null }];
}
