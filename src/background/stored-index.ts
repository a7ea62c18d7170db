import { type IndexEntry, indexKey, serializeIndex } from '../store/index.ts';
import type { StoredExchange } from './exchange-index.ts';

/** How many ids one part is for: few enough to be written with each exchange, enough to be read fast. */
const IDS_IN_PART = 64;

/**
 * The stored index of all exchanges, in parts. An exchange and its part are written in one step, so that the two agree
 * even if the worker is stopped. A part may still name a removed exchange until the part is written again, so readers must
 * compare with the stored keys.
 */
export class StoredIndex {
  /** By the key of the part, then of the exchange: as they were last written. */
  readonly #parts = new Map<string, Map<string, IndexEntry>>();
  /** What is being written. */
  #prepared: ReadonlyMap<string, StoredExchange> = new Map();

  /** Whether there is an exchange in the part. */
  has(partKey: string): boolean {
    return this.#parts.has(partKey);
  }

  /** Whether it names an exchange. */
  knows(stored: StoredExchange): boolean {
    return this.#parts.get(partKeyOf(stored))?.has(stored.key) === true;
  }

  /** Adds exchanges that are stored, and that a part names. */
  addPart(partKey: string, exchanges: readonly StoredExchange[]): void {
    if (exchanges.length === 0) return;
    const part = this.#parts.get(partKey) ?? new Map<string, IndexEntry>();
    for (const stored of exchanges) part.set(stored.key, stored);
    this.#parts.set(partKey, part);
  }

  /** @returns the key of the exchange's part if nothing is left in it */
  delete(stored: StoredExchange): string | null {
    const partKey = partKeyOf(stored);
    const part = this.#parts.get(partKey);
    if (part?.delete(stored.key) !== true || part.size > 0) return null;
    this.#parts.delete(partKey);
    return partKey;
  }

  /** Exchanges are about to be written, as they are now. */
  prepare(exchanges: readonly StoredExchange[]): void {
    this.#prepared = new Map(exchanges.map((stored) => [stored.key, stored]));
  }

  /** The parts that have to be written with these exchanges, by key. */
  partsWith(keys: Iterable<string>): ReadonlyMap<string, string> {
    const parts = new Map<string, Map<string, IndexEntry>>();
    for (const key of keys) {
      const stored = this.#prepared.get(key);
      if (stored === undefined) continue;
      const partKey = partKeyOf(stored);
      const part = parts.get(partKey) ?? new Map(this.#parts.get(partKey));
      parts.set(partKey, part.set(key, stored));
    }
    return new Map([...parts].map(([partKey, part]) => [partKey, serializeIndex([...part.values()])]));
  }

  /** @param isKept whether an exchange wasn't given up while it was written */
  written(keys: Iterable<string>, isKept: (key: string) => boolean): void {
    for (const key of keys) {
      const stored = this.#prepared.get(key);
      if (stored !== undefined && isKept(key)) this.addPart(partKeyOf(stored), [stored]);
    }
  }
}

/** Picks an exchange's part. webRequest's ids are numbers, and exchanges that are written together have near ones. */
function partKeyOf({ owner, id }: StoredExchange): string {
  if (/^\d+$/.test(id)) return indexKey(owner, String(Math.floor(Number(id) / IDS_IN_PART)));
  const sum = [...id].reduce((all, character) => (all * 31 + (character.codePointAt(0) ?? 0)) % 0xffff, 0);
  return indexKey(owner, `x${sum % IDS_IN_PART}`);
}
