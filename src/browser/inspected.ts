import type { CodeLocation } from '../cors/index.ts';
import { browser } from './browser.ts';

/** True for a page that DevTools shows; a tab of its own inspects nothing. */
export function isInspecting(): boolean {
  return browser.devtools !== undefined;
}

/** The tab that this DevTools window inspects. */
export function inspectedTabId(): number {
  return browser.devtools.inspectedWindow.tabId;
}

/**
 * Asks the page that the tab shows for its URL and its time origin, in ms since the epoch. It answers when it isn't busy;
 * null where it can't be asked.
 * @see https://www.w3.org/TR/hr-time/#dom-performance-timeorigin
 */
export function askInspectedPage(): Promise<{ readonly url: string; readonly timeOrigin: number } | null> {
  const { inspectedWindow } = browser.devtools;
  return new Promise((resolve) => {
    inspectedWindow.eval('({ url: location.href, since: performance.timeOrigin })', (...[answer]) => {
      const { url, since } = answer ?? {};
      resolve(typeof url === 'string' && typeof since === 'number' ? { url, timeOrigin: since } : null);
    });
  });
}

/**
 * Lists the URLs of the page's scripts and stylesheets from other origins that have `integrity` and no `crossorigin`.
 * Elements of frames, and those that were removed, aren't seen. @returns null where the page can't be asked
 */
export function uncheckedIntegrity(): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    browser.devtools.inspectedWindow.eval(
      `Array.from(document.querySelectorAll('script[src][integrity], link[href][integrity]'))
        .filter(({ integrity, crossOrigin }) => crossOrigin === null && /sha(256|384|512)-/.test(integrity))
        .map((element) => element.src ?? element.href)
        .filter((url) => URL.parse(url)?.origin !== location.origin)`,
      (...[answer]) => resolve(textsOf(answer)),
    );
  });
}

/** Lists the Content Security Policies that the page's elements state. @returns null where the page can't be asked */
export function metaPolicies(): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    browser.devtools.inspectedWindow.eval(
      `Array.from(document.querySelectorAll('meta[http-equiv="content-security-policy" i]')).map(({ content }) => content)`,
      (...[answer]) => resolve(textsOf(answer)),
    );
  });
}

/** The texts of a list that the page gave, which may be anything. */
function textsOf(answer: unknown): readonly string[] | null {
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : null;
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
