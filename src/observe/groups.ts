import { type Owner, ownerKey } from '../cors/index.ts';
import type { ObservedRequest } from './observed.ts';
import { chainOf, preflightedMethod } from './observed-chain.ts';

/** Groups the ids of requests and preflights that could belong together. */
export class Groups {
  readonly #groups = new Map<string, Set<string>>();

  of(key: string): readonly string[] {
    return [...(this.#groups.get(key) ?? [])];
  }

  add(request: ObservedRequest): void {
    for (const key of groupKeys(request)) {
      const group = this.#groups.get(key) ?? new Set();
      this.#groups.set(key, group.add(request.source.requestId));
    }
  }

  delete(request: ObservedRequest): void {
    for (const key of groupKeys(request)) {
      const group = this.#groups.get(key);
      group?.delete(request.source.requestId);
      if (group?.size === 0) this.#groups.delete(key);
    }
  }
}

/** A preflight has one key; a request has one for each URL it went over. */
export function groupKeys(request: ObservedRequest): readonly string[] {
  const { owner } = request.source;
  const { hops } = chainOf(request);
  const known = preflightedMethod(request) === null ? hops : hops.slice(0, 1);
  const keys = known.map(({ url }) => groupKey(owner, url));
  return [...new Set(keys)];
}

export function groupKey(owner: Owner, url: string): string {
  return `${ownerKey(owner)} ${url}`;
}
