import { isLoopbackOrigin } from '../cors/index.ts';
import { browser } from './browser.ts';

/** True if the extension may see and change requests to all of these origins. Ports don't count. */
export function hasHostAccess(origins: readonly string[]): Promise<boolean> {
  return contains(origins.map(toPattern));
}

/** Asks the user for hosts. Must be called directly from a click. @returns true if the user agreed */
export function requestHostAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(toPattern) });
}

/**
 * Which requests of a page webRequest shows.
 * - `all`: the page's host is granted.
 * - `withheld`: the page is on loopback, and the user or a policy has withheld loopback hosts from the extension.
 * - `not-granted`: the page is elsewhere, and its host isn't granted.
 */
export type Watch = 'all' | 'withheld' | 'not-granted';

/** Tells which requests of a page webRequest shows. @param origin the page's, serialized */
export async function watchOf(origin: string): Promise<Watch> {
  if (isLoopbackOrigin(origin)) return (await contains(ownPatterns())) ? 'all' : 'withheld';
  return (await hasHostAccess([origin])) ? 'all' : 'not-granted';
}

/** Asks the user for the manifest's own hosts, if these are withheld. Must be called directly from a click. */
export function requestOwnHosts(): Promise<boolean> {
  return browser.permissions.request({ origins: [...ownPatterns()] });
}

/** Lists the match patterns that the user has granted in addition to the manifest's own. */
export async function grantedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !ownPatterns().includes(pattern));
}

/** Gives a host permission back. @param pattern one of `grantedPatterns` */
export async function removeHostAccess(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when hosts are granted or given back. @returns a function that unsubscribes */
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

function contains(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

function ownPatterns(): readonly string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

/** @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
function toPattern(origin: string): string {
  return `*://${new URL(origin).hostname}/*`;
}
