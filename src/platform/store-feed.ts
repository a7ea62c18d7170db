import { onStoreChanged, read, readAll, type StoreChange } from './session-store.ts';

/**
 * Delivers what is stored under these keys, or everything, then every change of anything. It listens first and reads
 * the snapshot then, so that nothing falls between; what changed meanwhile wins over the snapshot.
 * @returns the way to stop
 */
export function subscribeStore(
  keys: readonly string[] | 'all',
  listener: (change: StoreChange) => void,
): () => void {
  const newer = new Set<string>();
  let snapshotRead = false;
  const stop = onStoreChanged((change) => {
    if (!snapshotRead) for (const key of change.keys()) newer.add(key);
    listener(change);
  });
  void (keys === 'all' ? readAll() : read(keys)).then((stored) => {
    snapshotRead = true;
    listener(new Map([...stored].filter(([key]) => !newer.has(key))));
  });
  return stop;
}
