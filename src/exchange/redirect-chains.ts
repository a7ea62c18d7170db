import type { FinishedRequest } from './finished-request.ts';

/** How many redirects may wait for the hop they lead to. */
const MOST = 200;

/** A finished request before it has an id. */
export type UnnamedRequest = Omit<FinishedRequest, 'requestId'>;

/** Gives finished requests their ids; DevTools tells of each hop of a redirected request apart, and names none. */
export class RedirectChains {
  readonly #prefix: string;
  #count = 0;
  #waiting: readonly { readonly requestId: string; readonly url: string; readonly since: number }[] = [];

  /** @param prefix what keeps the ids apart from those of others */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  name(request: UnnamedRequest): FinishedRequest {
    const requestId = this.#continued(request) ?? this.#newId();
    if (request.redirectUrl !== null && request.error === null) {
      const next = { requestId, url: request.redirectUrl, since: request.startedAt };
      this.#waiting = [...this.#waiting, next].slice(-MOST);
    }
    return { ...request, requestId };
  }

  #continued({ resourceType, url, startedAt }: UnnamedRequest): string | null {
    if (resourceType === 'preflight') return null;
    const found = this.#waiting.find((waiting) => waiting.url === url && waiting.since <= startedAt);
    this.#waiting = this.#waiting.filter((waiting) => waiting !== found);
    return found?.requestId ?? null;
  }

  #newId(): string {
    this.#count++;
    return `${this.#prefix}-${String(this.#count).padStart(8, '0')}`;
  }
}
