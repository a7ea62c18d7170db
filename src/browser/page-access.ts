import { browser } from './browser.ts';

/**
 * What there is to see of the inspected page: a page of the web, one that was opened from a file, or one that Chrome
 * keeps extensions out of, such as its own and empty ones.
 */
export type PageAccess = 'web' | 'file' | 'closed';

/**
 * Tells what there is to see of the page, and again when the tab shows another one; nothing while that isn't known.
 * DevTools tells of no navigation to Chrome's own pages, so that the tab itself is listened to as well.
 */
export function subscribePageAccess(listener: (access: PageAccess) => void): void {
  const { inspectedWindow, network } = browser.devtools;
  const look = () => {
    inspectedWindow.eval('location.protocol', (...[protocol, problem]) => {
      if (typeof protocol === 'string') listener(protocol === 'file:' ? 'file' : 'web');
      else if (problem?.isError && problem.details.includes('Permission denied')) listener('closed');
    });
  };
  look();
  network.onNavigated.addListener(look);
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (tabId === inspectedWindow.tabId && status !== undefined) look();
  });
}

/** Whether the user lets the extension see pages that are opened from files. */
export function maySeeFiles(): Promise<boolean> {
  return browser.extension.isAllowedFileSchemeAccess();
}
