import { isLoopbackOrigin } from '../cors/index.ts';
import { browser } from './browser.ts';
import { send } from './commands.ts';

/**
 * Whether this page may ask the user for hosts. Firefox has no `permissions` within DevTools: there the event page is asked
 * what is granted, and the user can grant hosts in the popup.
 * @see https://bugzilla.mozilla.org/show_bug.cgi?id=1796933
 */
export function canRequestHosts(): boolean {
  return browser.permissions !== undefined;
}

/** True if the extension may see and change requests to all of these origins. Ports don't count. */
export function hasHostAccess(origins: readonly string[]): Promise<boolean> {
  return contains(origins.map(toPattern));
}

/**
 * Asks the user for hosts. Must be called directly from a click.
 * @returns true if the user agreed; false if not, or where this page may not ask
 */
export async function requestHostAccess(origins: readonly string[]): Promise<boolean> {
  if (!canRequestHosts()) return false;
  return await browser.permissions.request({ origins: origins.map(toPattern) });
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
  const { origins } = await hostAccess([]);
  return origins.filter((pattern) => !ownPatterns().includes(pattern));
}

/** Gives a host permission back. @param pattern one of `grantedPatterns` */
export async function removeHostAccess(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** What is granted: whether these match patterns are, and all. */
export async function hostAccess(
  patterns: readonly string[],
): Promise<{ readonly contains: boolean; readonly origins: readonly string[] }> {
  if (!canRequestHosts()) return await send('readHostAccess', { patterns });
  const { origins = [] } = await browser.permissions.getAll();
  return { contains: await contains(patterns), origins };
}

/** Calls back when hosts are granted or given back. @returns a function that unsubscribes */
export function subscribeHostAccess(listener: () => void): () => void {
  const hear = () => listener();
  if (!canRequestHosts()) {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', hear);
    return () => channel.close();
  }
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(hear);
  onRemoved.addListener(hear);
  return () => {
    onAdded.removeListener(hear);
    onRemoved.removeListener(hear);
  };
}

/** Tells the pages whose browser doesn't that hosts were granted or given back. */
export function announceHostAccess(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

const CHANNEL = 'host-access';

async function contains(patterns: readonly string[]): Promise<boolean> {
  if (!canRequestHosts()) return (await send('readHostAccess', { patterns })).contains;
  return await browser.permissions.contains({ origins: [...patterns] });
}

function ownPatterns(): readonly string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

/** @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
function toPattern(origin: string): string {
  return `*://${new URL(origin).hostname}/*`;
}
