import type { UnnamedRequest } from '../observe/index.ts';
import { browser } from './browser.ts';
import { hearEntries } from './har-entries.ts';
import { type HarEntry, toUnnamedRequest } from './har-entry.ts';

/**
 * Hears every request of the inspected tab once it is over, for hosts that are not granted too; at first those that
 * were over before. Headers that hold secrets are cut.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/network
 */
export function observeFinishedRequests(listener: (request: UnnamedRequest) => void): void {
  const { network } = browser.devtools;
  const source = {
    onFinished: (hear: (entry: chrome.devtools.network.Request) => void) =>
      network.onRequestFinished.addListener(hear),
    all: () =>
      new Promise<readonly HarEntry[]>((resolve) => {
        network.getHAR((log) => resolve(log?.entries ?? []));
      }),
  };
  hearEntries(source, (entry) => {
    const request = toUnnamedRequest(entry);
    if (request !== null) listener(request);
  });
}

/** Hears the URL of each new top-level page of the inspected tab. */
export function onInspectedNavigated(listener: (url: string) => void): void {
  browser.devtools.network.onNavigated.addListener(listener);
}
