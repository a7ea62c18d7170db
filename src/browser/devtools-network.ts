import { type HarEntry, resourceTypeOf } from '../observe/index.ts';
import { devtools } from './browser.ts';

/**
 * Calls back with each request of the inspected tab when it has ended. Needs no host permission.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/network
 */
export function onEntryFinished(listener: (entry: HarEntry) => void): void {
  devtools().network.onRequestFinished.addListener((entry) => listener(completed(entry)));
}

/** Reads all requests of the inspected tab that DevTools has kept. */
export function allEntries(): Promise<readonly HarEntry[]> {
  return new Promise((resolve) => {
    devtools().network.getHAR((log) => resolve(log?.entries?.map(completed) ?? []));
  });
}

/** Says what Firefox's entries leave out: what was fetched, and that it failed. They name no reason. */
function completed(entry: HarEntry): HarEntry {
  if ('_resourceType' in entry) return entry;
  const { request, response } = entry;
  const _resourceType = resourceTypeOf(request.method, request.headers, response.status);
  // No error is not null here: Firefox gives the size of what it didn't read as 0.
  if (response.status > 0) return { ...entry, _resourceType };
  return { ...entry, _resourceType, response: { ...response, _error: 'NS_ERROR_FAILURE' } };
}

/** Calls back with the URL when the inspected tab navigates. */
export function onInspectedNavigated(listener: (url: string) => void): void {
  devtools().network.onNavigated.addListener(listener);
}
