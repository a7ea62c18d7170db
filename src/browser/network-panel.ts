import { browser } from './browser.ts';

/** DevTools' Network panel, which Chrome's published types don't have yet. */
interface NetworkPanel {
  show(options: { readonly filter: string }): Promise<void>;
}

/**
 * Null where this Chrome can't be asked to show it.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-network
 */
function networkPanel(): NetworkPanel | null {
  const { panels } = browser.devtools;
  return (panels as typeof panels & { readonly network?: NetworkPanel }).network ?? null;
}

export function canShowInNetwork(): boolean {
  return networkPanel() !== null;
}

/** Shows the requests for a URL there, preflights too: it filters by the URL, and selects none. */
export async function showInNetwork(url: string): Promise<void> {
  // As it was sent: without what servers don't see, as far as it was kept.
  const [sent = url] = url.split(/[#…]/);
  await networkPanel()?.show({ filter: `url:${sent}` });
}
