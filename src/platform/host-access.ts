import { browser } from './browser.ts';

/** Whether the extension may see and change requests to all of these origins (ports do not count). */
export function hasHostAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: origins.map(toPattern) });
}

/** Asks the user. Must be called straight from a click. @returns what they said */
export function requestHostAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(toPattern) });
}

/** What the user has granted beyond what the extension always may see, as match patterns. */
export async function grantedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const always = browser.runtime.getManifest().host_permissions ?? [];
  return origins.filter((pattern) => !always.includes(pattern));
}

/** Gives back what `grantedPatterns` named. */
export async function giveBack(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Hears when hosts are granted or given back. @returns the way to stop */
export function subscribeHostAccess(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  const hear = () => listener();
  onAdded.addListener(hear);
  onRemoved.addListener(hear);
  return () => {
    onAdded.removeListener(hear);
    onRemoved.removeListener(hear);
  };
}

/** @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
function toPattern(origin: string): string {
  return `*://${new URL(origin).hostname}/*`;
}
