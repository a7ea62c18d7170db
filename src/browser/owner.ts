import { type Owner, SERVICE_WORKER, tabOwner } from '../cors/index.ts';

/**
 * The id that the browser gives as the tab of a request which belongs to none.
 * @see https://developer.chrome.com/docs/extensions/reference/api/tabs#property-TAB_ID_NONE
 */
export const TAB_ID_NONE = -1;

/** The owner of requests that the browser files under this tab. */
export function ownerOf(tabId: number): Owner {
  return tabId === TAB_ID_NONE ? SERVICE_WORKER : tabOwner(tabId);
}

/** The tab that the browser files an owner's requests under. */
export function tabIdOf(owner: Owner): number {
  return owner.type === 'tab' ? owner.tabId : TAB_ID_NONE;
}
