import { CommandError } from '../messages/index.ts';
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

/** Gives the text to be stored, as things are when it is written. */
type Text = () => string;

/** Keys in one write, and about how many characters: what is too much for the area is found out by little and little. */
const BATCH = { keys: 50, characters: 500_000 };

/**
 * Changes to a storage area, written a little later in small batches, each key's latest state only. What waits is
 * bounded by its users: a key that is given up waits no more, and one to be removed was stored before.
 */
export class WriteBehind {
  /** Called when the area is full: gives up some keys. @returns whether there were any left to give up */
  makeRoom: () => boolean = () => false;
  /** Called with what is about to be written, by key. */
  onWrite: (texts: ReadonlyMap<string, string>) => void = () => {};
  readonly #area: StorageArea;
  readonly #changed = new Map<string, Text>();
  readonly #removed = new Set<string>();
  readonly #queue = new SerialQueue();
  #timer: { readonly due: number; readonly id: ReturnType<typeof setTimeout> } | null = null;

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

  /** Gives a key up. @param isStored false where it surely was never written */
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

  /** Reads what is stored under these keys, the latest changes included. */
  async read(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    await this.flush();
    return await this.#area.read(keys);
  }

  /** Writes what is waiting now. @returns once it is stored */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    this.#timer = null;
    return this.#queue.run(async () => {
      await this.#removeNow();
      // What is added meanwhile has a timer of its own: a flood keeps nobody waiting.
      for (let left = this.#changed.size; left > 0; ) left -= await this.#writeBatch();
    });
  }

  async #removeNow(): Promise<void> {
    const keys = [...this.#removed];
    this.#removed.clear();
    if (keys.length > 0) await this.#area.remove(keys);
  }

  /** @returns how many keys that was, or 1 where none is left */
  async #writeBatch(): Promise<number> {
    const texts = new Map<string, string>();
    let characters = 0;
    for (const [key, text] of this.#changed) {
      if (texts.size === BATCH.keys || characters >= BATCH.characters) break;
      this.#changed.delete(key);
      texts.set(key, text());
      characters += texts.get(key)?.length ?? 0;
    }
    const { size } = texts;
    this.onWrite(texts);
    // What was given up for these is to be gone before they come, and maybe it's one of these.
    for (const key of this.#removed) texts.delete(key);
    await this.#removeNow();
    await this.#write(texts);
    return Math.max(1, size);
  }

  async #write(texts: Map<string, string>): Promise<void> {
    while (texts.size > 0 && !(await this.#area.write(texts))) {
      if (!this.makeRoom()) throw storageFull();
      // What was given up just now, maybe one of these, is not to come back.
      for (const key of this.#removed) texts.delete(key);
      await this.#removeNow();
    }
  }

  #schedule(delay: number): void {
    const due = Date.now() + delay;
    if (this.#timer !== null && this.#timer.due <= due) return;
    if (this.#timer !== null) clearTimeout(this.#timer.id);
    const flush = () =>
      this.flush().catch((error: unknown) => console.error('Not all could be stored.', error));
    this.#timer = { due, id: setTimeout(flush, delay) };
  }
}
