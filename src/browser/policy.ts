import { type Policy, parsePolicy } from '../override/index.ts';
import { browser } from './browser.ts';

const area = browser.storage.managed;

/**
 * What the organisation that manages the browser allows.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export async function policy(): Promise<Policy> {
  known ??= parsePolicy(await area.get(null));
  return known;
}

/** As it was last read: an override that learns must not wait for it each time. */
let known: Policy | null = null;
area.onChanged.addListener(() => {
  known = null;
});

/** Hears that the policy has changed. To be called synchronously when a worker is to be woken by it. */
export function onPolicyChanged(listener: () => void): void {
  area.onChanged.addListener(listener);
}
