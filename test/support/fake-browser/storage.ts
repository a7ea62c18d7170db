import { copied, type FakeContext } from './context.ts';
import type { FakeEvent, FakeEventApi } from './event.ts';

export type StorageChanges = Record<string, { oldValue?: unknown; newValue?: unknown }>;

export interface FakeStorageApi {
  readonly onChanged: FakeEventApi<[StorageChanges]>;
  readonly QUOTA_BYTES: number;
  get(keys?: null | string | string[] | Record<string, unknown>): Promise<Record<string, unknown>>;
  getKeys(): Promise<string[]>;
  getBytesInUse(keys?: null | string | string[]): Promise<number>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  clear(): Promise<void>;
}

type Name = 'session' | 'local' | 'managed';

/** What Chromium says when an area is full; then nothing of the write was stored. */
const FULL = {
  session: 'Session storage quota bytes exceeded. Values were not stored.',
  local: 'Resource::kQuotaBytes quota exceeded',
  managed: '',
};

/** An area of `storage`. */
export class FakeStorage {
  readonly name: Name;
  readonly onChanged: FakeEvent<[StorageChanges]>;
  /** In bytes: 10 MiB, as Chromium has it. */
  quota = 10_485_760;
  /** Characters of keys and values, as JSON, that all `get` together have handed out. */
  charactersRead = 0;
  readonly #items = new Map<string, unknown>();

  constructor(name: Name, onChanged: FakeEvent<[StorageChanges]>) {
    this.name = name;
    this.onChanged = onChanged;
  }

  /** All that is stored. */
  get items(): ReadonlyMap<string, unknown> {
    return this.#items;
  }

  /** In bytes of UTF-8. Chromium counts strings about so; of nested values it counts more. */
  get size(): number {
    return sizeOf(this.#items);
  }

  /** Stores without a word: as things were before. @param value undefined removes */
  plant(key: string, value: unknown): void {
    if (value === undefined) this.#items.delete(key);
    else this.#items.set(key, copied(value));
  }

  /** Changes it as somebody else would, such as the organisation that manages the browser. */
  change(items: Record<string, unknown>): void {
    const changes: StorageChanges = {};
    for (const [key, value] of Object.entries(items)) {
      const oldValue = this.#items.get(key);
      // What is stored anew, but is the same, is no change.
      if (JSON.stringify(oldValue) === JSON.stringify(value)) continue;
      this.plant(key, value);
      changes[key] = {
        ...(oldValue === undefined ? {} : { oldValue }),
        ...(value === undefined ? {} : { newValue: copied(value) }),
      };
    }
    if (Object.keys(changes).length > 0) this.onChanged.fire(changes);
  }

  api(context: FakeContext): FakeStorageApi {
    const method = (name: string) => `storage.${this.name}.${name}`;
    const write = (name: string, effect: () => void) =>
      context.call(method(name), () => {
        if (this.name === 'managed') throw new Error('This is a read-only store.');
        effect();
      });
    return {
      QUOTA_BYTES: this.quota,
      onChanged: this.onChanged.of(context),
      get: (keys = null) => context.call(method('get'), () => this.#get(keys)),
      getKeys: () => context.call(method('getKeys'), () => [...this.#items.keys()]),
      getBytesInUse: (keys = null) =>
        context.call(method('getBytesInUse'), () => sizeOf(new Map(Object.entries(this.#pick(keys))))),
      set: (items) => write('set', () => this.#set(copied(items))),
      remove: (keys) =>
        write('remove', () => this.change(Object.fromEntries([keys].flat().map((key) => [key, undefined])))),
      clear: () =>
        write('clear', () =>
          this.change(Object.fromEntries([...this.#items.keys()].map((key) => [key, undefined]))),
        ),
    };
  }

  #get(keys: null | string | string[] | Record<string, unknown>): Record<string, unknown> {
    const found = this.#pick(keys);
    this.charactersRead += JSON.stringify(found).length;
    return copied(found);
  }

  #pick(keys: null | string | string[] | Record<string, unknown>): Record<string, unknown> {
    if (keys === null) return Object.fromEntries(this.#items);
    const defaults = typeof keys === 'string' || Array.isArray(keys) ? {} : keys;
    const wanted = typeof keys === 'string' ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys);
    const found = wanted.flatMap((key) => (this.#items.has(key) ? [[key, this.#items.get(key)]] : []));
    return { ...defaults, ...Object.fromEntries(found) };
  }

  #set(items: Record<string, unknown>): void {
    if (sizeOf(new Map([...this.#items, ...Object.entries(items)])) > this.quota) {
      throw new Error(FULL[this.name]);
    }
    this.change(items);
  }
}

function sizeOf(items: ReadonlyMap<string, unknown>): number {
  let size = 0;
  for (const [key, value] of items) {
    size +=
      Buffer.byteLength(key) + Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
  }
  return size;
}
