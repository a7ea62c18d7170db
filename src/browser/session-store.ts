import type { StoreChange } from '../store/index.ts';
import { browser } from './browser.ts';

/** `storage.session` is never written to disk. Values are JSON strings: reading and writing objects takes twice as long. */
const area = browser.storage.session;

/** Lists all stored keys. */
export async function readKeys(): Promise<readonly string[]> {
  return await area.getKeys();
}

/** Reads the values of those keys that are stored. */
export async function read(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return strings(await area.get([...keys]));
}

/** Writes all entries at once, or none. @returns false if they exceed the quota (10 MiB) */
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

/** Calls back with the changes that any context makes, this one included. @returns a function that unsubscribes */
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
