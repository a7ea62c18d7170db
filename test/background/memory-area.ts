import type { StorageArea } from '../../src/background/write-behind.ts';

/** A storage area in memory, with a quota as `storage.session` has one. */
export class MemoryArea implements StorageArea {
  readonly stored = new Map<string, string>();
  readonly #quota: number;

  /** @param quota how many characters of keys and texts there is room for */
  constructor(quota = 10 * 2 ** 20) {
    this.#quota = quota;
  }

  async read(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...this.stored].filter(([key]) => keys.includes(key)));
  }

  async write(entries: ReadonlyMap<string, string>): Promise<boolean> {
    const after = new Map([...this.stored, ...entries]);
    const size = [...after].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    if (size > this.#quota) return false;
    for (const [key, text] of entries) this.stored.set(key, text);
    return true;
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.stored.delete(key);
  }
}
