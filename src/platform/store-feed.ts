import { onStoreChanged, read, readKeys, type StoreChange } from './session-store.ts';

/** How many entries are read at first, and then at a time: what comes first can be shown while Chrome reads on. */
const FIRST = 30;
const MORE = 2_500;

/**
 * Delivers what is stored under these keys, then every change of anything. It listens first and reads the snapshot then,
 * so that nothing falls between; what changed meanwhile wins over the snapshot. Where it isn't known which keys there
 * are, their snapshot is read in parts, the last in alphabetical order first.
 * @param listener is also told whether all of the snapshot has been delivered
 * @returns the way to stop
 */
export function subscribeStore(
  wanted: readonly string[] | ((key: string) => boolean),
  listener: (change: StoreChange, isComplete: boolean) => void,
): () => void {
  const newer = new Set<string>();
  let snapshotRead = false;
  const stop = onStoreChanged((change) => {
    if (!snapshotRead) for (const key of change.keys()) newer.add(key);
    listener(change, snapshotRead);
  });
  const readSnapshot = async () => {
    const keys = typeof wanted === 'function' ? (await readKeys()).filter(wanted).sort().reverse() : wanted;
    const [first = [], ...more] = partsOf(keys);
    let reading: Promise<ReadonlyMap<string, string>> | null = read(first);
    while (reading !== null) {
      const stored = await reading;
      const next = more.shift();
      snapshotRead = next === undefined;
      // Chrome reads the next part while this one is taken in.
      reading = next === undefined ? null : read(next);
      listener(new Map([...stored].filter(([key]) => !newer.has(key))), snapshotRead);
    }
  };
  void readSnapshot();
  return stop;
}

function partsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const parts = [keys.slice(0, FIRST)];
  for (let at = FIRST; at < keys.length; at += MORE) parts.push(keys.slice(at, at + MORE));
  return parts;
}
