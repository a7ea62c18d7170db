import type { HarEntry } from '../observe/index.ts';
import { browser } from './browser.ts';

/**
 * Calls back with each request of the inspected tab when it has ended. Needs no host permission.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/network
 */
export function onEntryFinished(listener: (entry: HarEntry) => void): void {
  browser.devtools.network.onRequestFinished.addListener(listener);
}

/** Reads all requests of the inspected tab that DevTools has kept. */
export function allEntries(): Promise<readonly HarEntry[]> {
  return new Promise((resolve) => {
    browser.devtools.network.getHAR((log) => resolve(log?.entries ?? []));
  });
}

/** Calls back with the URL when the inspected tab navigates. */
export function onInspectedNavigated(listener: (url: string) => void): void {
  browser.devtools.network.onNavigated.addListener(listener);
}
