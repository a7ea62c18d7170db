import { type HarEntry, resourceTypeOf } from '../observe/index.ts';
import { devtools } from './browser.ts';

/**
 * Calls back with each request of the inspected tab when it has ended. Needs no host permission.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/network
 */
export function onEntryFinished(listener: (entry: HarEntry) => void): void {
  devtools().network.onRequestFinished.addListener((entry) => listener(withType(entry)));
}

/** Reads all requests of the inspected tab that DevTools has kept. */
export function allEntries(): Promise<readonly HarEntry[]> {
  return new Promise((resolve) => {
    devtools().network.getHAR((log) => resolve(log?.entries?.map(withType) ?? []));
  });
}

/** Names what was fetched, which Firefox's entries don't. */
function withType(entry: HarEntry): HarEntry {
  const { request, response } = entry;
  return '_resourceType' in entry
    ? entry
    : { ...entry, _resourceType: resourceTypeOf(request.method, request.headers, response.status) };
}

/** Calls back with the URL when the inspected tab navigates. */
export function onInspectedNavigated(listener: (url: string) => void): void {
  devtools().network.onNavigated.addListener(listener);
}
