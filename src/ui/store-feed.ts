import { onStoreChanged, read, readKeys } from '../browser/session-store.ts';
import { readingStore, type StoreListener, type StoreReader } from './store-reading.ts';

const store: StoreReader = { read, readKeys, onChanged: onStoreChanged };

/**
 * Delivers the entries with these keys, and every later change of any key.
 * @see readingStore
 * @returns a function that unsubscribes
 */
export function subscribeStore(
  wanted: readonly string[] | ((key: string) => boolean),
  listener: StoreListener,
): () => void {
  return readingStore(store, wanted, listener);
}
