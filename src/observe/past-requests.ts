import { type Owner, ownerKey } from '../cors/index.ts';
import { MAX_PAST_REQUESTS } from './limits.ts';
import type { ObservedHop } from './observed-chain.ts';

type Begun = Pick<ObservedHop, 'url' | 'method' | 'startedAt'>;

/**
 * Remembers requests that webRequest saw and the ledger has evicted: just enough to recognise them when DevTools tells
 * of them. The ring has its full size from the start, so that it doesn't grow in a flood.
 */
export class PastRequests {
  /** A hash of owner, method and URL; two different ones agree once in four billion pairs. */
  readonly #hashes = new Uint32Array(MAX_PAST_REQUESTS);
  /** When the request began, in ms since the epoch; NaN where the ring is empty. */
  readonly #starts = new Float64Array(MAX_PAST_REQUESTS).fill(Number.NaN);
  #oldest = 0;

  /** Adds a request in place of the oldest. */
  add({ url, method, startedAt }: Begun, owner: Owner): void {
    this.#hashes[this.#oldest] = hashOf(owner, method, url);
    this.#starts[this.#oldest] = startedAt;
    this.#oldest = (this.#oldest + 1) % MAX_PAST_REQUESTS;
  }

  /**
   * True if a remembered request began within `slack` ms of this one. A request that was found is remembered no more.
   */
  take({ url, method, startedAt }: Begun, owner: Owner, slack: number): boolean {
    const hash = hashOf(owner, method, url);
    for (let at = this.#hashes.indexOf(hash); at >= 0; at = this.#hashes.indexOf(hash, at + 1)) {
      if (Math.abs((this.#starts[at] ?? Number.NaN) - startedAt) < slack) {
        this.#starts[at] = Number.NaN;
        return true;
      }
    }
    return false;
  }
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(owner: Owner, method: string, url: string): number {
  const key = `${ownerKey(owner)} ${method} ${url}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
