import { Groups, groupKeys } from './groups.ts';
import { LARGE_GROUP_REQUESTS } from './limits.ts';
import { matchPreflights, mayBePreflight } from './match-preflights.ts';
import type { ObservedRequest } from './observed.ts';
import { chainOf } from './observed-chain.ts';
import { PreflightMatches } from './preflight-matches.ts';

/** Matches preflights to requests as events come in. */
export class PreflightMatcher {
  readonly matches = new PreflightMatches();
  readonly #requests: ReadonlyMap<string, ObservedRequest>;
  readonly #groups = new Groups();
  /** Ids of requests and preflights that have left a large group. Their matches no longer change. */
  readonly #settled = new Set<string>();

  /** @param requests all known requests and preflights, by id */
  constructor(requests: ReadonlyMap<string, ObservedRequest>) {
    this.#requests = requests;
  }

  /**
   * Takes in the new state of a request or preflight.
   * @param before its state before; a preflight changes its group once its headers show that it is one
   */
  put(request: ObservedRequest, before: ObservedRequest | undefined): void {
    if (before !== undefined) this.#groups.delete(before);
    if (!this.#settled.has(request.source.requestId)) this.#groups.add(request);
  }

  /** Lets a request that has its preflight find another one, for its next hop. */
  reopen(requestId: string): void {
    this.#settled.delete(requestId);
  }

  forget(request: ObservedRequest): void {
    const { requestId } = request.source;
    this.matches.delete(requestId);
    this.#settled.delete(requestId);
    this.#groups.delete(request);
  }

  /**
   * Matches all requests and preflights anew that could belong together with this one.
   * @returns the ids of the requests and preflights whose match changed
   */
  rematch(request: ObservedRequest): ReadonlySet<string> {
    return new Set(groupKeys(request).flatMap((key) => [...this.#rematchGroup(key)]));
  }

  #rematchGroup(key: string): ReadonlySet<string> {
    const changed = new Set<string>();
    const ids = this.#groups.of(key);
    if (ids.length < 2) return changed;
    const members = ids.map((id) => this.#requests.get(id)).filter((request) => request !== undefined);
    const matches = matchPreflights(members);
    for (const id of ids) {
      const [before, after] = [this.matches.get(id), matches.get(id)];
      if (before?.requestId === after?.requestId && before?.hopIndex === after?.hopIndex) continue;
      if (after === undefined) this.matches.delete(id);
      else this.matches.set(id, after);
      for (const touched of [id, before?.requestId, after?.requestId]) {
        if (touched !== undefined) changed.add(touched);
      }
    }
    if (members.length > LARGE_GROUP_REQUESTS) for (const member of members) this.#settle(member);
    return changed;
  }

  /** Removes a request or preflight from its groups once it is matched, or can't be matched any more. */
  #settle(request: ObservedRequest): void {
    const { requestId } = request.source;
    if (mayBePreflight(request) ? this.matches.get(requestId) === undefined : this.#mayWait(request)) return;
    this.#groups.delete(request);
    this.#settled.add(requestId);
  }

  /** True if a preflight for the request's last hop may still come. */
  #mayWait(request: ObservedRequest): boolean {
    const { hops, endedAt } = chainOf(request);
    const preflights = this.matches.preflightsOf(request.source.requestId);
    const isMatched = preflights.some((id) => this.matches.get(id)?.hopIndex === hops.length - 1);
    return endedAt === null && !isMatched;
  }
}
