import { type FinishedRequest, isPreflight } from './finished-request.ts';
import { MAX_WAITING_REDIRECTS } from './limits.ts';

/** A finished request before it has an id. */
export type UnnamedRequest = Omit<FinishedRequest, 'requestId'>;

/** Gives finished requests their ids. DevTools gives none, and tells of each hop of a redirected request by itself. */
export class RedirectChains {
  readonly #prefix: string;
  #count = 0;
  #waiting: readonly FinishedRequest[] = [];

  /** @param prefix begins all ids, and keeps them apart from others' */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  name(request: UnnamedRequest): FinishedRequest {
    const previous = this.#takePrevious(request);
    const requestId = previous?.requestId ?? this.#newId();
    // DevTools cuts start times to whole milliseconds: a hop could seem to begin before the previous one ended.
    const startedAt = Math.max(request.startedAt, previous === null ? 0 : previous.endedAt + 0.01);
    const endedAt = Math.max(request.endedAt, startedAt);
    const named = { ...request, requestId, startedAt, endedAt };
    // Chrome follows no redirect of a preflight.
    if (request.redirectUrl !== null && request.error === null && !isPreflight(request))
      this.#waiting = [...this.#waiting, named].slice(-MAX_WAITING_REDIRECTS);
    return named;
  }

  /** Finds the hop that led to this one, and removes it from those that wait. */
  #takePrevious(request: UnnamedRequest): FinishedRequest | null {
    if (isPreflight(request)) return null;
    const { url, startedAt } = request;
    const found = this.#waiting.find((one) => one.redirectUrl === url && one.startedAt <= startedAt + 1);
    this.#waiting = this.#waiting.filter((waiting) => waiting !== found);
    return found ?? null;
  }

  #newId(): string {
    this.#count++;
    return `${this.#prefix}-${String(this.#count).padStart(8, '0')}`;
  }
}
