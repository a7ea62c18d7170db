import { onStoreChanged, read, readKeys } from '../browser/session-store.ts';
import { readingStore, type StoreListener, type StoreReader } from './store-reading.ts';

const store: StoreReader = { read, readKeys, onChanged: onStoreChanged };

/**
 * Delivers what is stored under these keys, then every change of anything. @see readingStore
 * @returns a function that unsubscribes
 */
export function subscribeStore(
  wanted: readonly string[] | ((key: string) => boolean),
  listener: StoreListener,
): () => void {
  return readingStore(store, wanted, listener);
}
