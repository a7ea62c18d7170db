import type { StoreChange } from '../store/index.ts';
import { browser } from './browser.ts';

/** `storage.session`: gone with the browser, never on disk. Reading and writing JSON strings halves what they cost. */
const area = browser.storage.session;

/** The keys of everything stored. */
export async function readKeys(): Promise<readonly string[]> {
  return await area.getKeys();
}

/** What is stored under these keys, as far as there is something. */
export async function read(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return strings(await area.get([...keys]));
}

/** Writes all entries at once, or none. @returns false where the quota (10 MiB) leaves no room for them */
export async function write(entries: ReadonlyMap<string, string>): Promise<boolean> {
  try {
    await area.set(Object.fromEntries(entries));
    return true;
  } catch (error) {
    if (String(error).includes('quota')) return false;
    throw error;
  }
}

export async function remove(keys: readonly string[]): Promise<void> {
  await area.remove([...keys]);
}

/** Hears changes made by any context, this one included. @returns the way to stop */
export function onStoreChanged(listener: (change: StoreChange) => void): () => void {
  const hear = (changes: Record<string, chrome.storage.StorageChange>) => {
    const entries = Object.entries(changes).map(([key, { newValue }]) => {
      return [key, typeof newValue === 'string' ? newValue : null] as const;
    });
    listener(new Map(entries));
  };
  area.onChanged.addListener(hear);
  return () => area.onChanged.removeListener(hear);
}

function strings(stored: Record<string, unknown>): Map<string, string> {
  const entries = Object.entries(stored);
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
