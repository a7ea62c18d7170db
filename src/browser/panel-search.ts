import { inspectedTabId } from './inspected.ts';

/** What DevTools' own search (Ctrl+F) asks of the panel: to find a text, to go on from there, or to be done. */
export type SearchStep =
  | { readonly type: 'find'; readonly text: string }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'cancel' };

/**
 * Hands on what DevTools tells the page that created the panel; the panel itself isn't told.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-ExtensionPanel
 */
export function forwardSearch(panel: chrome.devtools.panels.ExtensionPanel): void {
  const channel = openChannel();
  panel.onSearch.addListener((action: string, text?: string) => {
    const step = toStep(action, text ?? '');
    if (step !== null) channel.postMessage(step);
  });
}

/** Hears what is searched for in this DevTools window's panel. */
export function onSearch(listener: (step: SearchStep) => void): void {
  // Only the extension's own pages are of its origin.
  openChannel().addEventListener('message', (event: MessageEvent<SearchStep>) => listener(event.data));
}

function openChannel(): BroadcastChannel {
  return new BroadcastChannel(`search/${inspectedTabId()}`);
}

/** Such an action is told by name. */
function toStep(action: string, text: string): SearchStep | null {
  switch (action) {
    case 'performSearch':
      return { type: 'find', text };
    case 'nextSearchResult':
      return { type: 'next' };
    case 'previousSearchResult':
      return { type: 'previous' };
    case 'cancelSearch':
      return { type: 'cancel' };
  }
  return null;
}
