import { inspectedTabId } from './inspected.ts';

/** A step of DevTools' own search (Ctrl+F): find a text, go to another match, or end the search. */
export type SearchStep =
  | { readonly type: 'find'; readonly text: string }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'cancel' };

/**
 * Forwards search steps to the panel. DevTools tells only the page that created the panel.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#type-ExtensionPanel
 */
export function forwardSearch(panel: chrome.devtools.panels.ExtensionPanel): void {
  const channel = openChannel();
  // Firefox's DevTools searches no panel.
  panel.onSearch?.addListener((action: string, text?: string) => {
    const step = toStep(action, text ?? '');
    if (step !== null) channel.postMessage(step);
  });
}

/** Calls back with each search step in this DevTools window. @returns a function that ends it */
export function onSearch(listener: (step: SearchStep) => void): () => void {
  // A BroadcastChannel reaches one origin alone, so no other page can send steps.
  const channel = openChannel();
  channel.addEventListener('message', (event: MessageEvent<SearchStep>) => listener(event.data));
  return () => channel.close();
}

function openChannel(): BroadcastChannel {
  return new BroadcastChannel(`search/${inspectedTabId()}`);
}

/** @param action the name of a search step in the extension API */
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
