import type { HarEntry } from '../observe/index.ts';

/** How long entries are collected before the page is asked about all of them at once. */
const COLLECT_MS = 100;
/** The largest number of entries that wait. */
const MAX_WAITING = 500;

/** Collects entries that only the page's elements can explain, and asks the page about all of them at once. */
export class PageQuestions {
  readonly #ask: () => Promise<readonly string[] | null>;
  readonly #take: (entry: HarEntry, answer: readonly string[]) => void;
  #waiting: HarEntry[] = [];

  /**
   * @param ask reads the page's elements; null where the page can't be asked
   * @param take takes each entry with the answer, which is empty where the page can't be asked
   */
  constructor(
    ask: () => Promise<readonly string[] | null>,
    take: (entry: HarEntry, answer: readonly string[]) => void,
  ) {
    this.#ask = ask;
    this.#take = take;
  }

  /** @returns false where too many entries wait already, and this one isn't taken */
  add(entry: HarEntry): boolean {
    if (this.#waiting.length >= MAX_WAITING) return false;
    if (this.#waiting.push(entry) === 1) setTimeout(() => this.#look(), COLLECT_MS);
    return true;
  }

  async #look(): Promise<void> {
    const collected = this.#waiting;
    this.#waiting = [];
    const answer = (await this.#ask().catch(() => null)) ?? [];
    for (const entry of collected) this.#take(entry, answer);
  }
}
