import { getHeader } from '../cors/index.ts';
import { withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { type FinishedRequest, isPreflight } from './finished-request.ts';
import { truncateUrl } from './truncate.ts';

/** A call whose answer the page could not read: its timing has no status. */
export interface UnreadTiming {
  /** The URL that was called first. */
  readonly url: string;
  /** When the call began, in ms since the epoch. */
  readonly at: number;
}

/** How far apart DevTools and the page may date the start of one call, in ms. */
const MAX_START_DIFFERENCE_MS = 100;

/**
 * Tells answers that the browser has kept from the page, where it says that they completed. A page's timing has a status
 * only for answers that the page may read.
 * @see https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-responsestatus
 */
export class UnreadAnswers {
  /** By the id of a redirected call: its first URL, and when it began. */
  readonly #begun = new Map<string, UnreadTiming>();

  /** Whether only the page can tell if it may read the answer. To be asked of each hop, in their order. */
  mayBeUnread(request: FinishedRequest): boolean {
    if (isPreflight(request) || getHeader(request.requestHeaders, 'Origin') === null) return false;
    if (request.redirectUrl !== null) {
      if (!this.#begun.has(request.requestId)) this.#begun.set(request.requestId, startOf(request));
      return false;
    }
    return request.status > 0 && request.error === null;
  }

  /** Whether one of these calls is this one. */
  isUnread(request: FinishedRequest, timings: readonly UnreadTiming[]): boolean {
    const { url, at } = this.#begun.get(request.requestId) ?? startOf(request);
    this.#begun.delete(request.requestId);
    return timings.some(
      (one) =>
        truncateUrl(withoutFragmentAndUserinfo(one.url)) === url &&
        Math.abs(one.at - at) <= MAX_START_DIFFERENCE_MS,
    );
  }
}

function startOf({ url, startedAt }: FinishedRequest): UnreadTiming {
  return { url, at: startedAt };
}
