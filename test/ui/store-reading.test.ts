import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoreChange } from '../../src/store/stored.ts';
import { readingStore, type StoreReader } from '../../src/ui/store-reading.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A store of `count` entries, which refuses to be read while `isBroken`. */
class FakeStore implements StoreReader {
  isBroken = false;
  attempts = 0;
  readonly #entries: ReadonlyMap<string, string>;
  #listener: (change: StoreChange) => void = () => {};

  constructor(count: number) {
    this.#entries = new Map(
      Array.from({ length: count }, (_, n) => [`key/${String(n).padStart(4, '0')}`, 'old']),
    );
  }

  readonly read = async (keys: readonly string[]) => {
    this.attempts++;
    if (this.isBroken) throw new Error('The browser is shutting down.');
    return new Map([...this.#entries].filter(([key]) => keys.includes(key)));
  };

  readonly readKeys = async () => {
    this.attempts++;
    if (this.isBroken) throw new Error('The browser is shutting down.');
    return [...this.#entries.keys()];
  };

  onChanged(listener: (change: StoreChange) => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => {};
    };
  }

  tell(change: StoreChange): void {
    this.#listener(change);
  }
}

function subscribed(store: FakeStore) {
  const delivered = new Map<string, string | null>();
  const told = { isComplete: false, unreadable: [] as boolean[] };
  const stop = readingStore(store, (key) => key.startsWith('key/'), {
    onChange: (change, isComplete) => {
      for (const [key, text] of change) delivered.set(key, text);
      told.isComplete = isComplete;
    },
    onUnreadable: (is) => told.unreadable.push(is),
  });
  return { delivered, told, stop };
}

test('readingStore delivers everything stored, and reports no trouble', async () => {
  const { delivered, told } = subscribed(new FakeStore(100));
  await vi.advanceTimersByTimeAsync(0);
  expect([delivered.size, told]).toEqual([100, { isComplete: true, unreadable: [] }]);
});

test('readingStore retries a failed read without reporting it', async () => {
  const store = new FakeStore(100);
  store.isBroken = true;
  const { delivered, told } = subscribed(store);
  await vi.advanceTimersByTimeAsync(90);
  store.isBroken = false;
  await vi.advanceTimersByTimeAsync(100);
  expect([delivered.size, told]).toEqual([100, { isComplete: true, unreadable: [] }]);
});

test('readingStore reports a store that stays unreadable, and again once it can be read', async () => {
  const store = new FakeStore(100);
  store.isBroken = true;
  const { delivered, told } = subscribed(store);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([delivered.size, told]).toEqual([0, { isComplete: false, unreadable: [true] }]);
  expect(store.attempts).toBeLessThan(20);
  store.isBroken = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect([delivered.size, told]).toEqual([100, { isComplete: true, unreadable: [true, false] }]);
});

test('a change wins over a part of the snapshot that is read later', async () => {
  const store = new FakeStore(100);
  const { delivered, told } = subscribed(store);
  store.isBroken = true;
  await vi.advanceTimersByTimeAsync(5_000);
  store.tell(
    new Map([
      ['key/0000', 'new'],
      ['key/0001', null],
    ]),
  );
  expect(told.isComplete).toBe(false);
  store.isBroken = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect([delivered.get('key/0000'), delivered.get('key/0001'), told.isComplete]).toEqual([
    'new',
    null,
    true,
  ]);
});

test('readingStore calls nobody and reads nothing after it was stopped', async () => {
  const store = new FakeStore(100);
  store.isBroken = true;
  const { delivered, told, stop } = subscribed(store);
  await vi.advanceTimersByTimeAsync(200);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  const { attempts } = store;
  await vi.advanceTimersByTimeAsync(600_000);
  expect([store.attempts, delivered.size, told.unreadable]).toEqual([attempts, 0, []]);
});

test('readingStore reports a listener that throws', async () => {
  const unreadable: boolean[] = [];
  readingStore(new FakeStore(1), () => true, {
    onChange: () => {
      throw new Error('unexpected');
    },
    onUnreadable: (is) => unreadable.push(is),
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(unreadable).toEqual([true]);
});
