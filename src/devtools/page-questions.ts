/** How long they are collected before the page is asked about all of them at once. */
const COLLECT_MS = 100;
/** The largest number that waits. */
const MAX_WAITING = 500;

/** Collects what only the page itself can explain, and asks it about all of that at once. */
export class PageQuestions<Subject, Answer> {
  readonly #ask: () => Promise<readonly Answer[] | null>;
  readonly #take: (entry: Subject, answer: readonly Answer[]) => void;
  #waiting: Subject[] = [];

  /**
   * @param ask reads it of the page; null where the page can't be asked
   * @param take takes each with the answer, which is empty where the page can't be asked
   */
  constructor(
    ask: () => Promise<readonly Answer[] | null>,
    take: (entry: Subject, answer: readonly Answer[]) => void,
  ) {
    this.#ask = ask;
    this.#take = take;
  }

  /** @returns false where too many wait already, and this one isn't taken */
  add(entry: Subject): boolean {
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
