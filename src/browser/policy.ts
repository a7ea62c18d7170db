import { type Policy, parsePolicy } from '../override/index.ts';
import { browser } from './browser.ts';
import { ownBrowser } from './own-browser.ts';

const area = browser.storage.managed;

/**
 * Reads what the organisation that manages the browser allows.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export async function policy(): Promise<Policy> {
  known ??= parsePolicy(await stated());
  return known;
}

/** Firefox refuses to read where no organisation has stated anything. */
async function stated(): Promise<Record<string, unknown>> {
  try {
    return await area.get(null);
  } catch (error) {
    if (String(error).includes('Managed storage manifest not found')) return {};
    throw error;
  }
}

/** The policy as it was last read, so that not every new observation has to wait for the browser; null while not known. */
let known: Policy | null = null;
onPolicyChanged(() => {
  known = null;
});

/** Calls back when the policy has changed. Call it synchronously when the worker starts, so that the change can wake it. */
export function onPolicyChanged(listener: () => void): void {
  if (ownBrowser.tellsPolicyChanges) area.onChanged.addListener(listener);
}
