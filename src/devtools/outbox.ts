import type { Lost, TakenIn } from '../commands/index.ts';
import type { FinishedRequest } from '../observe/index.ts';
import type { InspectedPage } from './dated-pages.ts';
import { Loss } from './loss.ts';

/** The largest number of requests in one message. */
const REQUESTS_PER_MESSAGE = 100;
/** The largest number of messages that wait for their reply. */
const MAX_MESSAGES_UNDER_WAY = 20;
/** The largest number of requests that wait to be sent. The oldest are dropped first. */
const MAX_WAITING_REQUESTS = 5_000;
/** The same of requests that CORS decides nothing about. They are sent after all others. */
const MAX_WAITING_OUTSIDE = 200;
/** The pause after a message that failed. It doubles each time, until a message succeeds. */
const RETRY_PAUSE_MS = { first: 100, longest: 5_000 };

/** The worker, as the outbox sends to it. Each function rejects if the worker didn't reply, or couldn't store. */
export interface Recipient {
  takePage(page: InspectedPage): Promise<unknown>;
  /**
   * @param lost the requests that were dropped since the last success; null if there are none
   * @param lostOutside the same of requests that CORS decides nothing about
   */
  takeFinished(
    finished: readonly FinishedRequest[],
    lost: Lost | null,
    lostOutside: Lost | null,
  ): Promise<TakenIn>;
}

/**
 * Sends requests to the worker, and again until the worker has stored them. A stopped worker doesn't reply; the next
 * message starts it again. The page is sent first, since it decides whose requests these are.
 */
export class Outbox {
  readonly #recipient: Recipient;
  #waiting: FinishedRequest[] = [];
  #waitingOutside: FinishedRequest[] = [];
  #underWay = 0;
  /** The page that the worker doesn't know yet. */
  #page: InspectedPage | null = null;
  /** True until the page is known and sent. All requests wait for it. */
  #isIntroducing = true;
  readonly #lost = new Loss();
  readonly #lostOutside = new Loss();
  #pause = RETRY_PAUSE_MS.first;
  #resting: ReturnType<typeof setTimeout> | null = null;

  /** @param page the page that the tab shows at first; null if it is unknown */
  constructor(recipient: Recipient, page: Promise<InspectedPage | null>) {
    this.#recipient = recipient;
    page
      .catch((error: unknown) => {
        console.error('The inspected page could not be asked for its URL.', error);
        return null;
      })
      .then((first) => {
        // The tab may have left the page in the meantime.
        this.#page ??= first;
        this.#isIntroducing = false;
        this.#next();
      });
  }

  /** Sends a new page. Only the latest matters. */
  navigate(page: InspectedPage): void {
    this.#page = page;
    this.#next();
  }

  add(finished: FinishedRequest): void {
    this.#queueOf(finished).push(finished);
    this.#keepBound();
    this.#next();
  }

  #next(): void {
    if (this.#isIntroducing || this.#resting !== null) return;
    if (this.#page !== null) {
      this.#introduce(this.#page);
      return;
    }
    while (this.#underWay < MAX_MESSAGES_UNDER_WAY) {
      const batch = this.#waiting.splice(0, REQUESTS_PER_MESSAGE);
      batch.push(...this.#waitingOutside.splice(0, REQUESTS_PER_MESSAGE - batch.length));
      if (batch.length === 0) return;
      this.#deliver(batch);
    }
  }

  #queueOf({ outside }: FinishedRequest): FinishedRequest[] {
    return outside === undefined ? this.#waiting : this.#waitingOutside;
  }

  #introduce(page: InspectedPage): void {
    this.#isIntroducing = true;
    this.#page = null;
    this.#recipient
      .takePage(page)
      .then(
        () => this.#wasHeard(),
        (error: unknown) => {
          this.#page ??= page;
          this.#rest(error);
        },
      )
      .then(() => {
        this.#isIntroducing = false;
        this.#next();
      });
  }

  #deliver(batch: readonly FinishedRequest[]): void {
    const lost = this.#lost.take();
    const lostOutside = this.#lostOutside.take();
    this.#underWay++;
    this.#recipient
      .takeFinished(batch, lost, lostOutside)
      .then(
        ({ refused }) => {
          this.#wasHeard();
          // The worker would refuse these entries again, and it counts them.
          if (refused.length > 0) console.error('Requests could not be taken in.', refused);
        },
        (error: unknown) => {
          for (const finished of batch.toReversed()) this.#queueOf(finished).unshift(finished);
          this.#lost.add(lost);
          this.#lostOutside.add(lostOutside);
          this.#keepBound();
          this.#rest(error);
        },
      )
      .then(() => {
        this.#underWay--;
        this.#next();
      });
  }

  #wasHeard(): void {
    this.#pause = RETRY_PAUSE_MS.first;
  }

  /** Pauses after a failure. Further failures during the pause change nothing. */
  #rest(error: unknown): void {
    if (this.#resting !== null) return;
    console.warn(`The worker didn't take in what DevTools told; again in ${this.#pause} ms.`, error);
    this.#resting = setTimeout(() => {
      this.#resting = null;
      this.#next();
    }, this.#pause);
    this.#pause = Math.min(2 * this.#pause, RETRY_PAUSE_MS.longest);
  }

  #keepBound(): void {
    const excess = excessOf(this.#waiting, MAX_WAITING_REQUESTS);
    if (excess !== null && this.#lost.isNone)
      console.error('Too many requests wait for the worker: the oldest are given up.');
    this.#lost.add(excess);
    this.#lostOutside.add(excessOf(this.#waitingOutside, MAX_WAITING_OUTSIDE));
  }
}

/** Takes the oldest requests out of a queue that is too long. @returns their count; null where there is room for all */
function excessOf(queue: FinishedRequest[], limit: number): Lost | null {
  const excess = queue.splice(0, Math.max(0, queue.length - limit));
  if (excess.length === 0) return null;
  return { count: excess.length, latest: Math.max(...excess.map(({ startedAt }) => startedAt)) };
}
