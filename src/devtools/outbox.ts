import type { Lost, TakenIn } from '../commands/index.ts';
import type { FinishedRequest } from '../observe/index.ts';

/** The most requests in one message, and messages under way. */
const REQUESTS_PER_MESSAGE = 100;
const MAX_MESSAGES_UNDER_WAY = 20;
/** How many requests wait at most, beside those under way; the oldest go first. */
const MAX_WAITING_REQUESTS = 5_000;
/** How long is waited after a message that failed; each time twice as long, until one is heard. In ms. */
const RETRY_PAUSE_MS = { first: 100, longest: 30_000 };

/** The top-level page of the inspected tab. */
export interface InspectedPage {
  readonly url: string;
  /** When it was navigated to, in ms since the epoch. */
  readonly at: number;
}

/** Tells the worker. Each rejects where it wasn't heard, or couldn't be stored. */
export interface Listener {
  hearPage(page: InspectedPage): Promise<unknown>;
  /** @param lost what had to be given up since this was last heard; null for nothing */
  hearFinished(finished: readonly FinishedRequest[], lost: Lost | null): Promise<TakenIn>;
}

/**
 * Hands over what it is given, until it is stored: a worker that was stopped leaves no answer, and the next message starts
 * it again. The page goes first, since whose requests these are depends on it.
 */
export class Outbox {
  readonly #listener: Listener;
  #waiting: FinishedRequest[] = [];
  #underWay = 0;
  /** The page that the worker is yet to be told of. */
  #page: InspectedPage | null = null;
  /** Whether the page isn't known yet, or on its way: until then all else waits. */
  #isIntroducing = true;
  #lost: Lost | null = null;
  #pause = RETRY_PAUSE_MS.first;
  #resting: ReturnType<typeof setTimeout> | null = null;

  /** @param page the one that the tab shows at first; null where that can't be known */
  constructor(listener: Listener, page: Promise<InspectedPage | null>) {
    this.#listener = listener;
    page
      .catch((error: unknown) => {
        console.error('The inspected page could not be asked for its URL.', error);
        return null;
      })
      .then((first) => {
        // It may have been left in the meantime.
        this.#page ??= first;
        this.#isIntroducing = false;
        this.#next();
      });
  }

  /** Tells of a new page. Only the latest matters. */
  navigate(page: InspectedPage): void {
    this.#page = page;
    this.#next();
  }

  add(finished: FinishedRequest): void {
    this.#waiting.push(finished);
    this.#keepBound();
    this.#next();
  }

  #next(): void {
    if (this.#isIntroducing || this.#resting !== null) return;
    if (this.#page !== null) {
      this.#introduce(this.#page);
      return;
    }
    while (this.#waiting.length > 0 && this.#underWay < MAX_MESSAGES_UNDER_WAY) {
      this.#deliver(this.#waiting.splice(0, REQUESTS_PER_MESSAGE));
    }
  }

  #introduce(page: InspectedPage): void {
    this.#isIntroducing = true;
    this.#page = null;
    this.#listener
      .hearPage(page)
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
    const lost = this.#lost;
    this.#lost = null;
    this.#underWay++;
    this.#listener
      .hearFinished(batch, lost)
      .then(
        ({ refused }) => {
          this.#wasHeard();
          // They'd be refused again. The worker counts them.
          if (refused.length > 0) console.error('Requests could not be taken in.', refused);
        },
        (error: unknown) => {
          this.#waiting.unshift(...batch);
          this.#lose(lost);
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

  /** Waits a while. Of the messages that were under way when one failed, the others tell nothing new. */
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
    const excess = this.#waiting.splice(0, Math.max(0, this.#waiting.length - MAX_WAITING_REQUESTS));
    if (excess.length === 0) return;
    if (this.#lost === null) console.error('Too many requests wait for the worker: the oldest are given up.');
    this.#lose({ count: excess.length, latest: Math.max(...excess.map(({ startedAt }) => startedAt)) });
  }

  #lose(lost: Lost | null): void {
    if (lost === null) return;
    const before = this.#lost ?? { count: 0, latest: 0 };
    this.#lost = { count: before.count + lost.count, latest: Math.max(before.latest, lost.latest) };
  }
}
