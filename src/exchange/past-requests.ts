import type { FinishedRequest } from './finished-request.ts';
import type { Leg } from './leg.ts';

/** How many are remembered: in a flood DevTools may tell of a request many seconds after its end. */
const MOST = 5_000;

/** What webRequest saw and the ledger has forgotten: just enough to know it again when DevTools tells of it. */
export class PastRequests {
  /** When those to one URL, by one method and in one tab, began; the longest unheard of first. */
  readonly #starts = new Map<string, readonly number[]>();
  #count = 0;

  add({ url, method, startedAt }: Leg, tabId: number): void {
    const added = keyOf(tabId, method, url);
    const known = this.#starts.get(added) ?? [];
    this.#starts.delete(added);
    this.#starts.set(added, [...known, startedAt]);
    this.#count++;
    for (const [key, starts] of this.#starts) {
      if (this.#count <= MOST) return;
      this.#starts.delete(key);
      this.#count -= starts.length;
    }
  }

  /** Whether one was seen to begin within `slack` ms of what DevTools tells of; each counts once. */
  take({ url, method, startedAt }: FinishedRequest, tabId: number, slack: number): boolean {
    const key = keyOf(tabId, method, url);
    const starts = this.#starts.get(key) ?? [];
    const found = starts.findIndex((start) => Math.abs(start - startedAt) < slack);
    if (found < 0) return false;
    if (starts.length > 1) this.#starts.set(key, starts.toSpliced(found, 1));
    else this.#starts.delete(key);
    this.#count--;
    return true;
  }
}

function keyOf(tabId: number, method: string, url: string): string {
  return `${tabId} ${method} ${url}`;
}
