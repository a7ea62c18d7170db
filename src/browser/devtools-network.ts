import type { HarEntry } from '../observe/index.ts';
import { browser } from './browser.ts';

/**
 * Calls back with each request of the inspected tab once it is over, for hosts that are not granted too.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/network
 */
export function onEntryFinished(listener: (entry: HarEntry) => void): void {
  browser.devtools.network.onRequestFinished.addListener(listener);
}

/** Reads all requests that DevTools knows of the inspected tab. */
export function allEntries(): Promise<readonly HarEntry[]> {
  return new Promise((resolve) => {
    browser.devtools.network.getHAR((log) => resolve(log?.entries ?? []));
  });
}

/** Hears the URL of each new top-level page of the inspected tab. */
export function onInspectedNavigated(listener: (url: string) => void): void {
  browser.devtools.network.onNavigated.addListener(listener);
}
