import type { FinishedRequest } from '../observe/index.ts';

/** The largest number of entries that DevTools sends at once. */
const MAX_ENTRIES = 10_000;

/**
 * The entries that this worker has received. DevTools sends an entry again until the worker replies that it is stored. An
 * entry that was handled twice would become two requests.
 */
export class ReceivedEntries {
  readonly #received = new Map<string, Promise<void>>();

  /** Runs `handle` unless this entry was received before. @returns the promise of the first run */
  once(request: FinishedRequest, handle: () => Promise<void>): Promise<void> {
    // All hops of a redirect chain have the same id.
    const key = `${request.requestId} ${request.startedAt} ${request.url}`;
    const before = this.#received.get(key);
    if (before !== undefined) return before;
    const handling = handle();
    this.#received.set(key, handling);
    for (const oldest of this.#received.keys()) {
      if (this.#received.size <= MAX_ENTRIES) break;
      this.#received.delete(oldest);
    }
    return handling;
  }
}
