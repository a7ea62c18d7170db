import { CommandError } from '../commands/index.ts';
import { SerialQueue } from './serial-queue.ts';

/** An area of storage, such as `storage.session`. */
export interface StorageArea {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Writes all entries, or none. @returns false where there is no room for them */
  write(entries: ReadonlyMap<string, string>): Promise<boolean>;
  remove(keys: readonly string[]): Promise<void>;
}

function storageFull(): CommandError {
  return new CommandError(
    { code: 'storage-full', parameters: {} },
    "The browser's storage for this session is full.",
  );
}

/** Returns the text to store. Called when the text is written, so that it is the latest one. */
type Text = () => string;

/** The keys in one write, and about how many characters. Small writes find out step by step how much fits. */
const BATCH = { keys: 50, characters: 500_000 };
/** The pause after a failed write or removal. It doubles with each further failure, up to the longest. */
const RETRY_PAUSE_MS = { first: 200, longest: 10_000 };

/**
 * Changes to a storage area, written a little later in small batches, each key's latest state only. A write or removal
 * that fails is tried again after a pause, until the area has what is wanted. What waits is bounded by its users: a key
 * that is given up waits no more, and one to be removed was stored before.
 */
export class WriteBehind {
  /** Called when the area is full: gives up some keys. @returns whether there were any left to give up */
  makeRoom: () => boolean = () => false;
  /** Called with what is about to be written, by key. */
  onWrite: (texts: ReadonlyMap<string, string>) => void = () => {};
  /** Gives what is to be written in one step with these keys: the area has both or neither. */
  alongside: (keys: Iterable<string>) => ReadonlyMap<string, string> = () => new Map();
  /** Called with the keys that were written. */
  onWritten: (keys: Iterable<string>) => void = () => {};
  /** Called with the error when writes begin to fail, and with null once all that failed is stored. */
  onTrouble: (error: unknown) => void = () => {};
  readonly #area: StorageArea;
  #changed: Map<string, Text> = new Map();
  readonly #removed = new Set<string>();
  readonly #queue = new SerialQueue();
  #timer: { readonly due: number; readonly id: ReturnType<typeof setTimeout> } | null = null;
  /** 0 while nothing has failed. */
  #pause = 0;

  constructor(area: StorageArea) {
    this.#area = area;
  }

  /** How many keys wait. */
  get size(): number {
    return this.#changed.size + this.#removed.size;
  }

  /** @param delay how long it may wait for more to be written with it, in ms */
  set(key: string, text: Text, delay = 0): void {
    this.#removed.delete(key);
    this.#changed.delete(key);
    this.#changed.set(key, text);
    this.#schedule(delay);
  }

  /** Removes a key. @param isStored false if it surely was never written */
  remove(key: string, isStored = true): void {
    this.#changed.delete(key);
    if (!isStored) return;
    this.#removed.add(key);
    this.#schedule(0);
  }

  /** Writes at once. @throws where the area is full and nothing is left that could make room */
  writeNow(key: string, text: string): Promise<void> {
    return this.#queue.run(() => this.#write(new Map([[key, text]])));
  }

  /** Removes what is stored under a key at once: that needs no room. */
  removeNow(key: string): Promise<void> {
    return this.#queue.run(() => this.#area.remove([key]));
  }

  /** Reads what is stored under these keys, with the latest changes, written or not. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // What is being written now is in neither place.
    return this.#queue.run(async () => {
      const texts = new Map(await this.#area.read(keys));
      for (const key of keys) {
        if (this.#removed.has(key)) texts.delete(key);
        const changed = this.#changed.get(key);
        if (changed !== undefined) texts.set(key, changed());
      }
      return texts;
    });
  }

  /**
   * Writes what is waiting now. @returns once it is stored
   * @throws where that fails; it is tried again later
   */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    this.#timer = null;
    return this.#queue.run(async () => {
      try {
        await this.#removeNow();
        // What is added meanwhile has a timer of its own: a flood keeps nobody waiting.
        for (let left = this.#changed.size; left > 0; ) left -= await this.#writeBatch();
      } catch (error) {
        this.#retryLater(error);
        throw error;
      }
      if (this.#pause === 0) return;
      this.#pause = 0;
      this.onTrouble(null);
    });
  }

  /** Keys stay marked as long as they may still be stored. */
  async #removeNow(): Promise<void> {
    const keys = [...this.#removed];
    if (keys.length === 0) return;
    await this.#area.remove(keys);
    // Nothing was written meanwhile: what was set and given up again is gone as well.
    for (const key of keys) this.#removed.delete(key);
  }

  /** @returns how many keys that was, or 1 where none is left */
  async #writeBatch(): Promise<number> {
    const batch = new Map<string, Text>();
    const texts = new Map<string, string>();
    let characters = 0;
    for (const [key, text] of this.#changed) {
      if (texts.size === BATCH.keys || characters >= BATCH.characters) break;
      this.#changed.delete(key);
      batch.set(key, text);
      texts.set(key, text());
      characters += texts.get(key)?.length ?? 0;
    }
    try {
      this.onWrite(texts);
      // What was given up for these is to be gone before they come, and maybe it's one of these.
      for (const key of this.#removed) texts.delete(key);
      await this.#removeNow();
      await this.#write(texts);
    } catch (error) {
      // What was given up is in `texts` no more.
      this.#putBack([...batch].filter(([key]) => texts.has(key)));
      throw error;
    }
    return Math.max(1, batch.size);
  }

  /** What was not written goes before all else again, unless it has changed or was given up meanwhile. */
  #putBack(batch: readonly (readonly [string, Text])[]): void {
    const unwritten = batch.filter(([key]) => !this.#changed.has(key) && !this.#removed.has(key));
    this.#changed = new Map([...unwritten, ...this.#changed]);
  }

  async #write(texts: Map<string, string>): Promise<void> {
    while (texts.size > 0) {
      const others = this.alongside(texts.keys());
      if (await this.#area.write(new Map([...texts, ...others]))) {
        // What is there now was given up too early.
        for (const key of others.keys()) this.#removed.delete(key);
        this.onWritten(texts.keys());
        return;
      }
      if (!this.makeRoom()) throw storageFull();
      // What was given up just now, maybe one of these, is not to come back.
      for (const key of this.#removed) texts.delete(key);
      await this.#removeNow();
    }
  }

  #retryLater(error: unknown): void {
    if (this.#pause === 0) {
      console.error('Not all could be stored; it is tried again.', error);
      this.onTrouble(error);
    }
    const { first, longest } = RETRY_PAUSE_MS;
    this.#pause = this.#pause === 0 ? first : Math.min(2 * this.#pause, longest);
    this.#schedule(0);
  }

  /** The worker's own clock: the system's may be set back. */
  #schedule(delay: number): void {
    const wait = Math.max(delay, this.#pause);
    const due = performance.now() + wait;
    if (this.#timer !== null && this.#timer.due <= due) return;
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    // What fails is told by onTrouble and tried again.
    this.#timer = { due, id: setTimeout(() => this.flush().catch(() => {}), wait) };
  }
}
