import { subscribeStore } from './exchange-feed.ts';
import { type Page, pageKey, parsePage } from './stored.ts';

/** Delivers the tab's top-level page as far as it was seen, then every navigation. @returns the way to stop */
export function subscribePage(tabId: number, listener: (page: Page | null) => void): () => void {
  return subscribeStore((change) => {
    const text = change.get(pageKey(tabId));
    if (text !== undefined) listener(text === null ? null : parsePage(text));
  });
}
