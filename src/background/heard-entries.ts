import type { FinishedRequest } from '../observe/index.ts';

/** As many as DevTools hands over at once. */
const MAX_ENTRIES = 10_000;

/**
 * The entries that this worker has taken in. DevTools hands an entry over until it is told that it's stored, maybe more
 * than once: taken in twice, it would become a request of its own.
 */
export class HeardEntries {
  readonly #heard = new Map<string, Promise<void>>();

  /** Runs `hear` unless this entry was heard before. @returns once that first hearing is over; rejects as it did */
  once(request: FinishedRequest, hear: () => Promise<void>): Promise<void> {
    // The hops of a redirect share their id.
    const key = `${request.requestId} ${request.startedAt} ${request.url}`;
    const before = this.#heard.get(key);
    if (before !== undefined) return before;
    const hearing = hear();
    this.#heard.set(key, hearing);
    for (const oldest of this.#heard.keys()) {
      if (this.#heard.size <= MAX_ENTRIES) break;
      this.#heard.delete(oldest);
    }
    return hearing;
  }
}
