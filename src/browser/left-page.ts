import type { Page } from '../store/index.ts';
import { hasHostAccess } from './host-access.ts';
import type { Tab } from './tabs.ts';

/**
 * Whether the tab shows another page by now than the one that was last seen in it. Of a page whose host isn't granted
 * nobody tells, unless DevTools is open; but if the page that was seen were still there, its URL would be.
 */
export async function hasLeft(tab: Tab, { origin }: Page): Promise<boolean> {
  return tab.url === null && origin !== 'null' && (await hasHostAccess([origin]));
}
