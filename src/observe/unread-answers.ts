import { getHeader } from '../cors/index.ts';
import { withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { type FinishedRequest, isPreflight } from './finished-request.ts';
import { MAX_WAITING_REDIRECTS } from './limits.ts';
import { truncateUrl } from './truncate.ts';

/** What a page's timing tells of a call. */
export interface CallTiming {
  /** The URL that was called first. */
  readonly url: string;
  /** When the call began, in ms since the epoch. */
  readonly at: number;
  /** 0 where the page could not read the answer. */
  readonly status: number;
}

/** How far apart DevTools and the page may date the start of one call, in ms: many calls wait for a connection. */
const MAX_START_DIFFERENCE_MS = 5_000;

/**
 * Tells answers that the browser has kept from the page, where it says that they completed. A page's timing has a status
 * only for answers that the page may read.
 * @see https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-responsestatus
 */
export class UnreadAnswers {
  /** By the id of a redirected call: its first URL, and when it began. */
  readonly #begun = new Map<string, Start>();

  /** Whether only the page can tell if it may read the answer. To be asked of each hop, in their order. */
  mayBeUnread(request: FinishedRequest): boolean {
    if (isPreflight(request)) return false;
    // On the page's own origin a hop carries none.
    if (request.redirectUrl !== null) {
      if (!this.#begun.has(request.requestId)) this.#begun.set(request.requestId, startOf(request));
      // Of some the end is never heard of.
      const [oldest] = this.#begun.keys();
      if (oldest !== undefined && this.#begun.size > MAX_WAITING_REDIRECTS) this.#begun.delete(oldest);
      return false;
    }
    const carriesOrigin = getHeader(request.requestHeaders, 'Origin') !== null;
    return carriesOrigin && request.status > 0 && request.error === null;
  }

  /** Whether the page could not read the answer: so says the timing of that URL which is nearest. */
  isUnread(request: FinishedRequest, timings: readonly CallTiming[]): boolean {
    const { url, at } = this.#begun.get(request.requestId) ?? startOf(request);
    this.#begun.delete(request.requestId);
    const distance = (one: CallTiming) => Math.abs(one.at - at);
    const [nearest] = timings
      .filter((one) => truncateUrl(withoutFragmentAndUserinfo(one.url)) === url)
      .sort((one, other) => distance(one) - distance(other));
    return nearest?.status === 0 && distance(nearest) <= MAX_START_DIFFERENCE_MS;
  }
}

type Start = Omit<CallTiming, 'status'>;

function startOf({ url, startedAt }: FinishedRequest): Start {
  return { url, at: startedAt };
}
