import { type Owner, SERVICE_WORKER, tabOwner } from '../cors/index.ts';

/**
 * The tab id of requests that belong to no tab.
 * @see https://developer.chrome.com/docs/extensions/reference/api/tabs#property-TAB_ID_NONE
 */
export const TAB_ID_NONE = -1;

/** The owner of requests with this tab id. */
export function ownerOf(tabId: number): Owner {
  return tabId === TAB_ID_NONE ? SERVICE_WORKER : tabOwner(tabId);
}

/** The tab id of an owner's requests. */
export function tabIdOf(owner: Owner): number {
  return owner.type === 'tab' ? owner.tabId : TAB_ID_NONE;
}
