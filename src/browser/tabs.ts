import { browser } from './browser.ts';

export interface Tab {
  readonly id: number;
  /** Null where the extension has no access to the page's host. */
  readonly url: string | null;
}

export async function openTabs(): Promise<readonly Tab[]> {
  return (await browser.tabs.query({})).flatMap(toTab);
}

/** The tab, or null when there is none of that id. */
export async function tabOf(tabId: number): Promise<Tab | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab === null ? null : (toTab(tab)[0] ?? null);
}

/** The tab in front, for the popup. */
export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab === undefined ? null : (toTab(tab)[0] ?? null);
}

/** Hears when the browser, or this profile of it, was started. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Hears when a tab begins to load or changes its URL. */
export function onTabNavigated(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading' || change.url !== undefined) listener(tabId);
  });
}

/** Where it is going is not what it shows: a page of a host that isn't granted may be on its way to one that is. */
function toTab({ id, url }: chrome.tabs.Tab): Tab[] {
  return id === undefined ? [] : [{ id, url: url || null }];
}
