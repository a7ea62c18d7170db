import type { CodeLocation } from '../cors/index.ts';
import { browser } from './browser.ts';

/** The tab that this DevTools window inspects. */
export function inspectedTabId(): number {
  return browser.devtools.inspectedWindow.tabId;
}

/** A busy page may take this long to answer. */
const PAGE_TIMEOUT_MS = 1_000;

/** The page that the tab shows, and when it was navigated to, in ms since the epoch; null if the page doesn't answer. */
export function inspectedPage(): Promise<{ readonly url: string; readonly at: number } | null> {
  const { inspectedWindow } = browser.devtools;
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PAGE_TIMEOUT_MS);
    inspectedWindow.eval('({ url: location.href, since: performance.timeOrigin })', (...[answer]) => {
      const { url, since } = answer ?? {};
      resolve(typeof url === 'string' && typeof since === 'number' ? { url, at: since } : null);
    });
  });
}

/** Lists the URLs of all resources that the inspected page has loaded. */
export function pageResources(): Promise<readonly string[]> {
  return new Promise((resolve) => {
    browser.devtools.inspectedWindow.getResources((resources) => resolve(resources.map(({ url }) => url)));
  });
}

export function reloadInspectedPage(): void {
  browser.devtools.inspectedWindow.reload({});
}

/** Opens the Sources panel at a line of the page's code. */
export function openInSources({ url, line }: CodeLocation): void {
  browser.devtools.panels.openResource(url, line - 1, () => {});
}

/** Adds a panel. Paths are from the extension's root. */
export function createPanel(
  title: string,
  iconPath: string,
  pagePath: string,
): Promise<chrome.devtools.panels.ExtensionPanel> {
  return new Promise((resolve) => browser.devtools.panels.create(title, iconPath, pagePath, resolve));
}
