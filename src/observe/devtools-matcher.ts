import { SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import { type FinishedRequest, isPreflight } from './finished-request.ts';
import { groupKey } from './groups.ts';
import { compareIds } from './match-preflights.ts';
import type { ObservedRequest } from './observed.ts';
import { courseOf, type Leg, preflightedMethod } from './observed-chain.ts';
import { PastRequests } from './past-requests.ts';

/** How far the two witnesses' clocks may be apart, in ms. */
const CLAIM_WITHIN = 2_000;

/** What webRequest saw, until DevTools tells of it, too: each leg of a request counts once. */
export class Claims {
  readonly #requests: ReadonlyMap<string, ObservedRequest>;
  /** Ids by owner and URL: in a flood there is no time to look through all. */
  readonly #unclaimed = new Map<string, Set<string>>();
  /** Id and URL of what was claimed. */
  readonly #claimed = new Set<string>();
  readonly #past = new PastRequests();

  /** @param requests all that are known, by their ids */
  constructor(requests: ReadonlyMap<string, ObservedRequest>) {
    this.#requests = requests;
  }

  /** @param before the request as it was known before: a redirect that is refused takes its leg back */
  put(request: ObservedRequest, before: ObservedRequest | undefined): void {
    const { witness, requestId, owner } = request.source;
    if (witness !== 'web-request') return;
    const { legs } = courseOf(request);
    const gone = before === undefined ? [] : courseOf(before).legs.slice(legs.length);
    for (const { url } of gone) this.#delete(groupKey(owner, url), requestId);
    for (const { url } of legs) {
      if (this.#claimed.has(`${requestId} ${url}`)) continue;
      const key = groupKey(owner, url);
      const ids = this.#unclaimed.get(key) ?? new Set();
      this.#unclaimed.set(key, ids.add(requestId));
    }
  }

  /**
   * Finds what webRequest saw of a request that DevTools tells of.
   * @returns its id; null when it was not seen
   */
  claim(finished: FinishedRequest, tabId: number): string | null {
    const { url, method, startedAt } = finished;
    let nearest: Candidate | null = null;
    // DevTools counts the requests of a page's service worker among the page's.
    for (const key of [groupKey(tabOwner(tabId), url), groupKey(SERVICE_WORKER, url)]) {
      for (const id of this.#unclaimed.get(key) ?? []) {
        const request = this.#requests.get(id);
        const leg = request && courseOf(request).legs.find((one) => one.url === url && one.method === method);
        if (request === undefined || leg === undefined) continue;
        const distance = Math.abs(leg.startedAt - startedAt);
        const likeness = likenessOf(request, leg, finished);
        if (distance >= CLAIM_WITHIN || likeness === 'other') continue;
        const candidate = { request, distance, isUnsure: likeness === 'unsure' };
        if (nearest === null || isLikelier(candidate, nearest, finished)) nearest = candidate;
      }
    }
    if (nearest === null) return null;
    const { source } = nearest.request;
    this.#claimed.add(`${source.requestId} ${url}`);
    this.#delete(groupKey(source.owner, url), source.requestId);
    return source.requestId;
  }

  /** Whether webRequest saw what DevTools tells of, though it is remembered no more; each counts once. */
  hasForgotten(finished: FinishedRequest, tabId: number): boolean {
    const owners = [tabOwner(tabId), SERVICE_WORKER];
    return owners.some((owner) => this.#past.take(finished, owner, CLAIM_WITHIN));
  }

  forget(request: ObservedRequest): void {
    const { requestId, witness, owner } = request.source;
    if (witness !== 'web-request') return;
    for (const leg of courseOf(request).legs) {
      this.#delete(groupKey(owner, leg.url), requestId);
      if (!this.#claimed.delete(`${requestId} ${leg.url}`)) this.#past.add(leg, owner);
    }
  }

  #delete(key: string, requestId: string): void {
    const ids = this.#unclaimed.get(key);
    ids?.delete(requestId);
    if (ids?.size === 0) this.#unclaimed.delete(key);
  }
}

interface Candidate {
  readonly request: ObservedRequest;
  /** In ms. */
  readonly distance: number;
  readonly isUnsure: boolean;
}

/** As good as at the same time, in ms: a preflight begins with its call. */
const TOGETHER = 100;

/** Of two that may be a call or its preflight, and began together, the preflight has the larger id. */
function isLikelier(one: Candidate, other: Candidate, finished: FinishedRequest): boolean {
  if (one.isUnsure !== other.isUnsure) return other.isUnsure;
  if (!one.isUnsure || Math.abs(one.distance - other.distance) > TOGETHER)
    return one.distance < other.distance;
  const order = compareIds(one.request.source.requestId, other.request.source.requestId);
  return isPreflight(finished) ? order > 0 : order < 0;
}

/**
 * Whether a request with the same URL and method is what DevTools tells of, and not its counterpart: a page's own OPTIONS
 * call and the preflight of it are alike. Of a request that was seen only in part, its end may tell.
 */
function likenessOf(
  request: ObservedRequest,
  leg: Leg,
  finished: FinishedRequest,
): 'same' | 'other' | 'unsure' {
  if (finished.method !== 'OPTIONS') return 'same';
  const wanted = isPreflight(finished);
  if (preflightedMethod(request) !== null) return wanted ? 'same' : 'other';
  if (leg.requestHeaders !== null) return wanted ? 'other' : 'same';
  const { outcome } = courseOf(request);
  const endedOtherwise =
    (outcome.type === 'error' && finished.error === null) ||
    (outcome.type === 'completed' && finished.error !== null);
  const answeredOtherwise = leg.response !== null && leg.response.status !== finished.status;
  return endedOtherwise || answeredOtherwise ? 'other' : 'unsure';
}
