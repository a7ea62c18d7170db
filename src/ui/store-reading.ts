import type { StoreChange } from '../store/index.ts';

/** Reads a store. */
export interface StoreReader {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  readKeys(): Promise<readonly string[]>;
  /** @returns a function that unsubscribes */
  onChanged(listener: (change: StoreChange) => void): () => void;
}

export interface StoreListener {
  /** @param isComplete whether the whole snapshot has been delivered */
  onChange(change: StoreChange, isComplete: boolean): void;
  /** Called when the store can't be read, and again once it can. Reading is retried all the while. */
  onUnreadable(isUnreadable: boolean): void;
}

/** The entries of the first read. Few, so that they can be shown while Chrome reads on. */
const FIRST_ENTRIES = 30;
/** The entries of each further read. */
const ENTRIES_PER_READ = 2_500;
/** The pause after a failed read, doubled each time. */
const RETRY_PAUSE_MS = { first: 100, longest: 10_000 };
/** The number of failed reads at which the listener is told. */
const MAX_UNTOLD_FAILURES = 3;

/**
 * Delivers a snapshot of these keys, then every change of any key. It subscribes before it reads, so that it misses no
 * change; a change wins over the snapshot. Keys that are given as a test are read in parts, the last in alphabetical
 * order first. A part that can't be read is retried until it can.
 * @returns a function that unsubscribes
 */
export function readingStore(
  store: StoreReader,
  wanted: readonly string[] | ((key: string) => boolean),
  { onChange, onUnreadable }: StoreListener,
): () => void {
  const newer = new Set<string>();
  let snapshotRead = false;
  let isStopped = false;
  const stopHearing = store.onChanged((change) => {
    if (!snapshotRead) for (const key of change.keys()) newer.add(key);
    onChange(change, snapshotRead);
  });
  const again = <Value>(read: () => Promise<Value>) => untilRead(read, () => isStopped, onUnreadable);
  const readSnapshot = async () => {
    const keys =
      typeof wanted === 'function' ? (await again(store.readKeys)).filter(wanted).sort().reverse() : wanted;
    const [first = [], ...more] = partsOf(keys);
    let reading: Promise<ReadonlyMap<string, string>> | null = again(() => store.read(first));
    while (reading !== null) {
      const stored = await reading;
      if (isStopped) return;
      const next = more.shift();
      snapshotRead = next === undefined;
      // Chrome reads the next part while the listener handles this one.
      reading = next === undefined ? null : again(() => store.read(next));
      onChange(new Map([...stored].filter(([key]) => !newer.has(key))), snapshotRead);
    }
  };
  readSnapshot().catch((error: unknown) => {
    if (isStopped) return;
    console.error('What is stored could not be taken in.', error);
    onUnreadable(true);
  });
  return () => {
    isStopped = true;
    stopHearing();
  };
}

/** Reads, and retries until it succeeds. Rejects only after the reading was stopped. */
async function untilRead<Value>(
  read: () => Promise<Value>,
  isStopped: () => boolean,
  onUnreadable: (isUnreadable: boolean) => void,
): Promise<Value> {
  let pause = RETRY_PAUSE_MS.first;
  for (let failed = 0; ; ) {
    try {
      const value = await read();
      if (failed >= MAX_UNTOLD_FAILURES) onUnreadable(false);
      return value;
    } catch (error) {
      if (isStopped()) throw error;
      failed++;
      if (failed === MAX_UNTOLD_FAILURES) {
        console.error('The store could not be read.', error);
        onUnreadable(true);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, RETRY_PAUSE_MS.longest);
    }
  }
}

function partsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const parts = [keys.slice(0, FIRST_ENTRIES)];
  for (let at = FIRST_ENTRIES; at < keys.length; at += ENTRIES_PER_READ)
    parts.push(keys.slice(at, at + ENTRIES_PER_READ));
  return parts;
}
