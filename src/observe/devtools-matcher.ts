import { type Exchange, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { type FinishedRequest, isPreflight } from './finished-request.ts';
import { groupKey } from './groups.ts';
import { compareIds, SOURCE_CLOCK_SLACK_MS } from './match-preflights.ts';
import type { ObservedRequest } from './observed.ts';
import { chainOf, type ObservedHop, preflightedMethod } from './observed-chain.ts';
import { PastRequests } from './past-requests.ts';

/** Matches requests that DevTools tells of to those that webRequest saw. Each hop of a request is matched once. */
export class DevtoolsMatcher {
  readonly #requests: ReadonlyMap<string, ObservedRequest>;
  /** Ids by owner and URL, since a flood leaves no time to look through all requests. */
  readonly #unmatched = new Map<string, Set<string>>();
  /** Id and URL of each matched hop. */
  readonly #matched = new Set<string>();
  readonly #past = new PastRequests();

  readonly #maxStartDifference: number;

  /**
   * @param requests all known requests, by id
   * @param maxStartDifference how far apart webRequest and DevTools may date the start of one request, in ms
   */
  constructor(requests: ReadonlyMap<string, ObservedRequest>, maxStartDifference: number) {
    this.#requests = requests;
    this.#maxStartDifference = maxStartDifference;
  }

  /**
   * Takes in the new state of a request.
   * @param before its state before; a redirect that is refused takes its hop back
   */
  put(request: ObservedRequest, before: ObservedRequest | undefined): void {
    const { seenBy, requestId, owner } = request.source;
    if (seenBy !== 'webRequest') return;
    const { hops } = chainOf(request);
    const gone = before === undefined ? [] : chainOf(before).hops.slice(hops.length);
    for (const { url } of gone) this.#delete(groupKey(owner, url), requestId);
    for (const { url } of hops) {
      if (this.#matched.has(`${requestId} ${url}`)) continue;
      const key = groupKey(owner, url);
      const ids = this.#unmatched.get(key) ?? new Set();
      this.#unmatched.set(key, ids.add(requestId));
    }
  }

  /**
   * Finds the request that webRequest saw and DevTools tells of.
   * @returns its id; null where webRequest did not see it
   */
  match(finished: FinishedRequest, tabId: number): string | null {
    const { url, method, startedAt } = finished;
    let nearest: Candidate | null = null;
    // DevTools counts the requests of a page's service worker among the page's.
    for (const key of [groupKey(tabOwner(tabId), url), groupKey(SERVICE_WORKER, url)]) {
      for (const id of this.#unmatched.get(key) ?? []) {
        const request = this.#requests.get(id);
        const hop = request && chainOf(request).hops.find((one) => one.url === url && one.method === method);
        if (request === undefined || hop === undefined) continue;
        const distance = Math.abs(hop.startedAt - startedAt);
        const likeness = likenessOf(request, hop, finished);
        if (distance >= this.#maxStartDifference || likeness === 'other') continue;
        const candidate = { request, distance, isUnsure: likeness === 'unsure' };
        if (nearest === null || isLikelier(candidate, nearest, finished)) nearest = candidate;
      }
    }
    if (nearest === null) return null;
    const { source } = nearest.request;
    this.#matched.add(`${source.requestId} ${url}`);
    this.#delete(groupKey(source.owner, url), source.requestId);
    return source.requestId;
  }

  /** Whether DevTools may tell of a hop of a request with these times. `endedAt` is null while it is under way. */
  mayBe({ startedAt, endedAt }: Pick<Exchange, 'startedAt' | 'endedAt'>, finished: FinishedRequest): boolean {
    const slack = this.#maxStartDifference;
    const isLater = startedAt >= finished.startedAt + slack;
    const wasOver = endedAt !== null && endedAt <= finished.startedAt - slack;
    return !isLater && !wasOver;
  }

  /**
   * True if webRequest saw the request that DevTools tells of, but it was evicted since. Each evicted request counts
   * once.
   */
  hasEvicted(finished: FinishedRequest, tabId: number): boolean {
    const owners = [tabOwner(tabId), SERVICE_WORKER];
    return owners.some((owner) => this.#past.take(finished, owner, this.#maxStartDifference));
  }

  /** Returns the ids of what a service worker sent to the same URL while the request that DevTools tells of was under way. */
  sentByServiceWorker({ url, method, startedAt, endedAt }: FinishedRequest): readonly string[] {
    const sent = [...this.#requests.values()].filter((request) => {
      const { seenBy, owner } = request.source;
      if (seenBy !== 'webRequest' || owner.type !== 'serviceWorker') return false;
      return chainOf(request).hops.some(
        (hop) =>
          hop.url === url &&
          hop.method === method &&
          hop.startedAt >= startedAt - SOURCE_CLOCK_SLACK_MS &&
          hop.startedAt <= endedAt + SOURCE_CLOCK_SLACK_MS,
      );
    });
    return sent.map(({ source }) => source.requestId);
  }

  forget(request: ObservedRequest): void {
    const { requestId, seenBy, owner } = request.source;
    if (seenBy !== 'webRequest') return;
    for (const hop of chainOf(request).hops) {
      this.#delete(groupKey(owner, hop.url), requestId);
      if (!this.#matched.delete(`${requestId} ${hop.url}`)) this.#past.add(hop, owner);
    }
  }

  #delete(key: string, requestId: string): void {
    const ids = this.#unmatched.get(key);
    ids?.delete(requestId);
    if (ids?.size === 0) this.#unmatched.delete(key);
  }
}

interface Candidate {
  readonly request: ObservedRequest;
  /** How far apart the two requests began, in ms. */
  readonly distance: number;
  readonly isUnsure: boolean;
}

/** Requests that start within this time count as started together: a preflight begins with its call. */
const SAME_START_MS = 100;

/**
 * Prefers the candidate that is sure, else the nearest in time. Of a call and its preflight, which begin together, the
 * preflight has the larger id.
 */
function isLikelier(one: Candidate, other: Candidate, finished: FinishedRequest): boolean {
  if (one.isUnsure !== other.isUnsure) return other.isUnsure;
  if (!one.isUnsure || Math.abs(one.distance - other.distance) > SAME_START_MS)
    return one.distance < other.distance;
  const order = compareIds(one.request.source.requestId, other.request.source.requestId);
  return isPreflight(finished) ? order > 0 : order < 0;
}

/**
 * Tells a page's own OPTIONS call from the preflight of it: both have the same URL and method. If webRequest saw only a
 * part of the request, its status and end may decide.
 */
function likenessOf(
  request: ObservedRequest,
  hop: ObservedHop,
  finished: FinishedRequest,
): 'same' | 'other' | 'unsure' {
  // A page's request that failed is not what its service worker got for it.
  const failed = finished.status === 0 && finished.error !== null;
  const isOfWorker = request.source.owner.type === 'serviceWorker';
  if (isOfWorker && failed && chainOf(request).outcome.type === 'completed') return 'other';
  if (finished.method !== 'OPTIONS') return 'same';
  const wanted = isPreflight(finished);
  if (preflightedMethod(request) !== null) return wanted ? 'same' : 'other';
  if (hop.requestHeaders !== null) return wanted ? 'other' : 'same';
  const { outcome } = chainOf(request);
  const endedOtherwise =
    (outcome.type === 'error' && finished.error === null) ||
    (outcome.type === 'completed' && finished.error !== null);
  const answeredOtherwise = hop.response !== null && hop.response.status !== finished.status;
  return endedOtherwise || answeredOtherwise ? 'other' : 'unsure';
}
