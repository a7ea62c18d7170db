import { send } from '../browser/commands.ts';
import { allEntries, onEntryFinished, onInspectedNavigated } from '../browser/devtools-network.ts';
import { askInspectedPage, createPanel, inspectedTabId } from '../browser/inspected.ts';
import { forwardSearch } from '../browser/panel-search.ts';
import { getHeader } from '../cors/index.ts';
import { RedirectChains, toUnnamedRequest, type UnnamedRequest } from '../observe/index.ts';
import { DatedPages } from './dated-pages.ts';
import { subscribeEntries } from './har-entries.ts';
import { Outbox } from './outbox.ts';

createPanel('CORS', '/icons/icon-16.png', '/src/panel/index.html').then(forwardSearch, (error: unknown) =>
  console.error('The panel could not be added to DevTools.', error),
);

// The second source beside webRequest: DevTools shows every request of its tab, without any host permission.
const tabId = inspectedTabId();
const chains = new RedirectChains(`devtools-${tabId}-${Date.now()}`);
const pages = new DatedPages(askInspectedPage);
const outbox = new Outbox(
  {
    takePage: (page) => send('reportNavigation', { tabId, ...page }),
    takeFinished: (finished, lost) =>
      send('reportFinished', { tabId, finished, ...(lost === null ? {} : { lost }) }),
  },
  pages.first(),
);

subscribeEntries({ onFinished: onEntryFinished, all: allEntries }, (entry) => {
  const request = toUnnamedRequest(entry);
  if (request !== null && mayBeCors(request)) outbox.add(chains.name(request));
});

onInspectedNavigated((url) => pages.navigated(url, (page) => outbox.navigate(page)));

/** Leaves out what surely is no part of the CORS protocol, which is most of a page. */
function mayBeCors({ resourceType, requestHeaders, redirectUrl, status, error }: UnnamedRequest): boolean {
  if (resourceType === 'document' || resourceType === 'websocket') return false;
  const carriesOrigin = getHeader(requestHeaders, 'Origin') !== null;
  return (
    resourceType === 'preflight' || carriesOrigin || redirectUrl !== null || status === 0 || error !== null
  );
}
