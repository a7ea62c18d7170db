import type { FinishedRequest } from '../exchange/index.ts';

/** The most requests in one message, and messages under way. */
const BATCH = 100;
const UNDER_WAY = 20;
/** How often a message is sent, at most. */
const ATTEMPTS = 3;

/**
 * Hands over what it is given, each until the worker has said that it is stored: one that was stopped meanwhile leaves
 * no answer, and the next message starts it again.
 */
export class Outbox {
  readonly #send: (finished: readonly FinishedRequest[]) => Promise<unknown>;
  #waiting: readonly FinishedRequest[] = [];
  #underWay = 0;

  /** @param send rejects when nobody was there to answer */
  constructor(send: (finished: readonly FinishedRequest[]) => Promise<unknown>) {
    this.#send = send;
  }

  add(finished: FinishedRequest): void {
    this.#waiting = [...this.#waiting, finished];
    this.#next();
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#underWay >= UNDER_WAY) return;
    const batch = this.#waiting.slice(0, BATCH);
    this.#waiting = this.#waiting.slice(BATCH);
    this.#underWay++;
    void this.#deliver(batch, ATTEMPTS).then(() => {
      this.#underWay--;
      this.#next();
    });
  }

  async #deliver(batch: readonly FinishedRequest[], attempts: number): Promise<void> {
    try {
      await this.#send(batch);
    } catch (error) {
      if (attempts > 1) await this.#deliver(batch, attempts - 1);
      else console.error('The worker did not answer.', error);
    }
  }
}
