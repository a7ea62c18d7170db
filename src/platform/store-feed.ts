import { onStoreChanged, readAll, type StoreChange } from './session-store.ts';

/**
 * Delivers everything stored, then every change. It listens first and reads the snapshot then, so that nothing falls
 * between; what changed meanwhile wins over the snapshot.
 * @returns the way to stop
 */
export function subscribeStore(listener: (change: StoreChange) => void): () => void {
  const newer = new Set<string>();
  let snapshotRead = false;
  const stop = onStoreChanged((change) => {
    if (!snapshotRead) for (const key of change.keys()) newer.add(key);
    listener(change);
  });
  void readAll().then((all) => {
    snapshotRead = true;
    listener(new Map([...all].filter(([key]) => !newer.has(key))));
  });
  return stop;
}
