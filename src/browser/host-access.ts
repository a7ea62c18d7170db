import { isLoopbackOrigin } from '../cors/index.ts';
import { browser } from './browser.ts';

/** Whether the extension may see and change requests to all of these origins (ports do not count). */
export function hasHostAccess(origins: readonly string[]): Promise<boolean> {
  return contains(origins.map(toPattern));
}

/** Asks the user. Must be called straight from a click. @returns what they said */
export function requestHostAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(toPattern) });
}

/**
 * What is seen of a page's requests without DevTools: `all` on this machine's hosts; where Chrome withholds some of these
 * from the extension, by the user's choice or a policy's, what it lets through; else what was granted.
 */
export type Watch = 'all' | 'withheld' | 'not-granted';

/** @param origin of a page, serialized */
export async function watchOf(origin: string): Promise<Watch> {
  if (isLoopbackOrigin(origin)) return (await contains(ownPatterns())) ? 'all' : 'withheld';
  return (await hasHostAccess([origin])) ? 'all' : 'not-granted';
}

/** Asks the user for the hosts that come with the extension, where they are withheld. Must be called straight from a click. */
export function requestOwnHosts(): Promise<boolean> {
  return browser.permissions.request({ origins: [...ownPatterns()] });
}

/** What the user has granted beyond what the extension always may see, as match patterns. */
export async function grantedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !ownPatterns().includes(pattern));
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
