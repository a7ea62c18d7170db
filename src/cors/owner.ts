/** Who an exchange belongs to: a tab, or a service or shared worker, which belongs to no tab. */
export type Owner = { readonly type: 'tab'; readonly tabId: number } | { readonly type: 'serviceWorker' };

export const SERVICE_WORKER: Owner = { type: 'serviceWorker' };

export function tabOwner(tabId: number): Owner {
  return { type: 'tab', tabId };
}

/** Returns the key of an owner: the id of a tab, or `worker` for service workers. */
export function ownerKey(owner: Owner): string {
  return owner.type === 'tab' ? String(owner.tabId) : 'worker';
}

/** The owner that has this key; null for a text that no owner has. */
export function ownerOfKey(key: string): Owner | null {
  if (key === ownerKey(SERVICE_WORKER)) return SERVICE_WORKER;
  return /^\d+$/.test(key) ? tabOwner(Number(key)) : null;
}

export function isSameOwner(one: Owner, other: Owner): boolean {
  return one.type === 'tab' ? isTab(other, one.tabId) : other.type === 'serviceWorker';
}

/** Whether an owner is the tab of this id. */
export function isTab(owner: Owner, tabId: number): boolean {
  return owner.type === 'tab' && owner.tabId === tabId;
}
