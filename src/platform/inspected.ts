import type { CodeLocation } from '../cors/index.ts';
import { browser } from './browser.ts';

/** The tab that this DevTools window inspects. */
export function inspectedTabId(): number {
  return browser.devtools.inspectedWindow.tabId;
}

export function reloadInspectedPage(): void {
  browser.devtools.inspectedWindow.reload({});
}

/** Opens the Sources panel at a line of the page's code. */
export function openInSources({ url, line }: CodeLocation): void {
  browser.devtools.panels.openResource(url, line - 1, () => {});
}

/** Adds a panel. Paths are from the extension's root. */
export function createPanel(title: string, iconPath: string, pagePath: string): void {
  browser.devtools.panels.create(title, iconPath, pagePath);
}
