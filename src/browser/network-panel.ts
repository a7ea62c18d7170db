import { devtools } from './browser.ts';

/** DevTools' Network panel. `@types/chrome` lacks it. */
interface NetworkPanel {
  show(options: { readonly filter: string }): Promise<void>;
}

/**
 * Null if this Chrome has no such API.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/panels#property-network
 */
function networkPanel(): NetworkPanel | null {
  const { panels } = devtools();
  return (panels as typeof panels & { readonly network?: NetworkPanel }).network ?? null;
}

export function canShowInNetwork(): boolean {
  return networkPanel() !== null;
}

/** Opens the Network panel filtered by a URL. It shows preflights, too, and selects no request. */
export async function showInNetwork(url: string): Promise<void> {
  // The filter must match the URL as it was sent: without a fragment, and only as far as a truncated URL is kept.
  const [sent = url] = url.split(/[#…]/);
  await networkPanel()?.show({ filter: `url:${sent}` });
}
