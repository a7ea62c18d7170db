import type { Page } from '../store/index.ts';
import { hasHostAccess } from './host-access.ts';
import type { Tab } from './tabs.ts';

/**
 * True if the tab surely shows another page than the one that was last seen in it. Without DevTools nothing tells of a
 * page whose host isn't granted. But then Chrome hides the tab's URL, which it would show for the page last seen.
 */
export async function hasLeft(tab: Tab, { origin }: Page): Promise<boolean> {
  return tab.url === null && origin !== 'null' && (await hasHostAccess([origin]));
}
