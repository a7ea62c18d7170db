import { browser, devtools } from './browser.ts';

/**
 * What the extension can see of the inspected page. `web`: a page from a server. `file`: a page that was opened from a
 * file. `closed`: a page that Chrome hides from extensions, such as an empty one or one of its own.
 */
export type PageAccess = 'web' | 'file' | 'closed';

/**
 * Calls back with what the extension can see of the page, once that is known, and again after each navigation. DevTools
 * doesn't report navigations to Chrome's own pages, so `tabs.onUpdated` is used as well.
 */
export function subscribePageAccess(listener: (access: PageAccess) => void): void {
  const { inspectedWindow, network } = devtools();
  const look = () => {
    inspectedWindow.eval('location.protocol', (...[protocol, problem]) => {
      if (typeof protocol === 'string') listener(protocol === 'file:' ? 'file' : 'web');
      else if (problem?.isError && problem.details.includes('Permission denied')) listener('closed');
    });
  };
  look();
  network.onNavigated.addListener(look);
  // Firefox has no `tabs` within DevTools.
  browser.tabs?.onUpdated.addListener((tabId, { status }) => {
    if (tabId === inspectedWindow.tabId && status !== undefined) look();
  });
}

/** True if the user lets the extension see pages that are opened from files. */
export function maySeeFiles(): Promise<boolean> {
  return browser.extension.isAllowedFileSchemeAccess();
}
