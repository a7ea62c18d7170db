import { Groups, groupKeys } from './groups.ts';
import { LARGE_GROUP_REQUESTS } from './limits.ts';
import { matchPreflights, mayBePreflight } from './match-preflights.ts';
import type { ObservedRequest } from './observed.ts';
import { chainOf } from './observed-chain.ts';
import { PreflightMatches } from './preflight-matches.ts';

/** Which preflight belongs to which request, as far as is known of both. */
export class PreflightMatcher {
  readonly matches = new PreflightMatches();
  readonly #requests: ReadonlyMap<string, ObservedRequest>;
  readonly #groups = new Groups();
  /** Ids of what has left a crowded group: its match is what it was then. */
  readonly #settled = new Set<string>();

  /** @param requests all that are known, by their ids */
  constructor(requests: ReadonlyMap<string, ObservedRequest>) {
    this.#requests = requests;
  }

  /** @param before the request as it was known before: a preflight changes its group once its headers tell that it is one */
  put(request: ObservedRequest, before: ObservedRequest | undefined): void {
    if (before !== undefined) this.#groups.delete(before);
    if (!this.#settled.has(request.source.requestId)) this.#groups.add(request);
  }

  /** Lets a request that had found its preflight find another one. */
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
    // Most groups of a flood have nothing to join.
    if (!members.some(mayBePreflight) && ids.every((id) => this.matches.get(id) === undefined))
      return changed;
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

  /** Lets what has found its other half, or waits for none any more, leave its groups. */
  #settle(request: ObservedRequest): void {
    const { requestId } = request.source;
    if (mayBePreflight(request) ? this.matches.get(requestId) === undefined : this.#mayWait(request)) return;
    this.#groups.delete(request);
    this.#settled.add(requestId);
  }

  /** Whether a preflight may yet come of the request's last hop. */
  #mayWait(request: ObservedRequest): boolean {
    const { hops, endedAt } = chainOf(request);
    const preflights = this.matches.preflightsOf(request.source.requestId);
    const isMatched = preflights.some((id) => this.matches.get(id)?.hopIndex === hops.length - 1);
    return endedAt === null && !isMatched;
  }
}
