import { SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import type { FinishedRequest, Ledger } from '../observe/index.ts';
import type { ExchangeStore } from './exchange-store.ts';
import { SerialQueue } from './serial-queue.ts';

/** What is stored of requests that the ledger doesn't remember any more, or that only an earlier worker saw. */
export class ForgottenExchanges {
  readonly #exchanges: ExchangeStore;
  readonly #ledger: Ledger;
  /** When this worker was started, in ms since the epoch. */
  readonly #startedAt = Date.now();
  /** The keys of those that were taken up: once is enough, as what DevTools tells late comes together. */
  readonly #takenUp = new Set<string>();
  /** One after the other, so that what DevTools tells at once is read once. */
  readonly #queue = new SerialQueue();

  constructor(exchanges: ExchangeStore, ledger: Ledger) {
    this.#exchanges = exchanges;
    this.#ledger = ledger;
  }

  /**
   * Gives the ledger back the requests that may be what DevTools tells of. DevTools tells until a worker replies, which
   * may be long after a request's end.
   */
  takeUp(tabId: number, finished: FinishedRequest): Promise<void> {
    return this.#queue.run(async () => {
      // A worker that was started before the request has seen all of it.
      const earlier = { startedAt: Number.NEGATIVE_INFINITY, endedAt: this.#startedAt };
      if (!this.#ledger.mayBe(earlier, finished)) return;
      const near = [tabOwner(tabId), SERVICE_WORKER]
        .flatMap((owner) => this.#exchanges.index.of(owner))
        .filter((stored) => this.#ledger.mayBe(stored, finished));
      // What it is about to forget is needed as well.
      for (const { id } of near) this.#ledger.keep(id);
      const forgotten = near.filter(
        ({ id, key }) => this.#ledger.find(id) === null && !this.#takenUp.has(key),
      );
      if (forgotten.length === 0) return;
      for (const { key } of forgotten) this.#takenUp.add(key);
      for (const record of await this.#exchanges.readAll(forgotten)) {
        const id = (record.request ?? record.preflights[0]?.preflight)?.source.requestId;
        // An event may have come meanwhile.
        if (id !== undefined && this.#ledger.find(id) === null) this.#ledger.restore(record);
      }
    });
  }
}
