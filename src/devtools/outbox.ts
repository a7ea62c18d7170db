import type { FinishedRequest } from '../exchange/index.ts';

/** The most requests in one message. */
const BATCH = 100;

/** Sends what it is given in the order it came, one message at a time. */
export class Outbox {
  readonly #send: (finished: readonly FinishedRequest[]) => Promise<unknown>;
  #waiting: readonly FinishedRequest[] = [];
  #busy = false;

  constructor(send: (finished: readonly FinishedRequest[]) => Promise<unknown>) {
    this.#send = send;
  }

  add(finished: FinishedRequest): void {
    this.#waiting = [...this.#waiting, finished];
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      this.#waiting = this.#waiting.slice(BATCH);
      // A worker that was stopped just then loses the batch; the next one finds it started again.
      await this.#send(batch).catch((error: unknown) => console.error('The worker did not answer.', error));
    }
    this.#busy = false;
  }
}
