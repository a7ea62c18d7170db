import { type Exchange, isTab } from '../cors/index.ts';
import { DevtoolsMatcher } from './devtools-matcher.ts';
import type { FinishedRequest } from './finished-request.ts';
import { MAX_UNENDED_REQUESTS } from './limits.ts';
import { compareIds } from './match-preflights.ts';
import { addStep, type ObservedEvent, type ObservedRequest, type RequestSource } from './observed.ts';
import { chainOf, preflightedMethod } from './observed-chain.ts';
import { PreflightMatcher } from './preflight-matcher.ts';
import type { DevtoolsNote, ExchangeRecord, RequestRecord } from './record.ts';

/** How long the ledger remembers an ended request after its last step, for steps that come late. */
const ENDED_REQUEST_GRACE_MS = 5_000;
/** Chrome's DevTools and webRequest agree as to when a request starts. */
const DEVTOOLS_LAG_MS = 2_000;
/** How often the ledger looks for requests to evict. */
const SWEEP_INTERVAL_MS = 1_000;

/** The observed part of a record. */
export type Observed = Omit<ExchangeRecord, 'overridden'>;

/**
 * The records that one event changed, by id. Null means that the id has no record any more: its preflight was matched.
 */
export type LedgerChange = ReadonlyMap<string, Observed | null>;

/**
 * Remembers the requests under way and those that have just ended. Each event matches the preflights and requests of
 * the
 * same owner and URL anew, so that the order of events does not matter.
 */
export class Ledger {
  readonly #requests = new Map<string, ObservedRequest>();
  readonly #preflights = new PreflightMatcher(this.#requests);
  readonly #notes = new Map<string, DevtoolsNote>();
  readonly #devtools: DevtoolsMatcher;
  /** The largest id of a request that was evicted before it ended; '' while there is none. */
  #largestEvictedId = '';
  /** When the ledger last heard of a request that had ended, of its preflight, or was asked to keep it, by `#now`. */
  readonly #heardAt = new Map<string, number>();
  readonly #now: () => number;
  readonly #grace: number;
  #sweptAt = Number.NEGATIVE_INFINITY;

  /**
   * @param now the worker's own clock, in ms. It decides what is evicted, since it is never set back. The times of
   * events
   * only say in which order they were.
   * @param devtoolsLag how far DevTools may lag behind webRequest, in ms: in dating the start of a request, and in
   * telling of it after its end, as long as few are remembered
   */
  constructor(now: () => number, devtoolsLag: number = DEVTOOLS_LAG_MS) {
    this.#now = now;
    this.#grace = Math.max(devtoolsLag, ENDED_REQUEST_GRACE_MS);
    this.#devtools = new DevtoolsMatcher(this.#requests, devtoolsLag);
  }

  /** Takes a stored record back in, after a restart of the worker. */
  restore(record: ExchangeRecord): void {
    const outside = record.note?.outside?.type;
    // CORS decides nothing about it: a preflight to its URL is another's.
    if (outside !== undefined && outside !== 'service-worker') return;
    for (const { preflight } of record.preflights) this.#put(preflight);
    if (record.request !== null) {
      this.#put(record.request);
      if (record.note !== null) this.#notes.set(record.request.source.requestId, record.note);
    }
    for (const { hopIndex, preflight } of record.preflights) {
      if (record.request === null) continue;
      this.#preflights.matches.set(preflight.source.requestId, {
        requestId: record.request.source.requestId,
        hopIndex,
      });
    }
  }

  /** Takes one event in. @returns the records that it changed */
  reduce(event: ObservedEvent): LedgerChange {
    const { requestId } = event.source;
    if (this.#wasEvicted(event.source)) return new Map();
    const request = addStep(this.#requests.get(requestId), event);
    // The redirect's target may need a preflight of its own.
    if (event.step.phase === 'before-redirect') this.#preflights.reopen(requestId);
    this.#put(request);
    return this.#changeBy(request);
  }

  /** Takes in a record that no event made. @returns the records that it changed: its preflight may be known already */
  adopt(record: RequestRecord): LedgerChange {
    this.restore(record);
    return this.#changeBy(record.request);
  }

  #changeBy(request: ObservedRequest): LedgerChange {
    const { requestId } = request.source;
    const touched = new Set([requestId, ...this.#preflights.rematch(request)]);
    const owner = this.#preflights.matches.get(requestId);
    if (owner !== undefined) touched.add(owner.requestId);
    for (const id of [requestId, owner?.requestId ?? '']) this.keep(id);
    const change = new Map([...touched].map((id) => [id, this.#recordOf(id)]));
    this.#sweep();
    return change;
  }

  /**
   * Finds the request that webRequest saw and DevTools tells of. Each hop is found at most once.
   * @returns its id; null where webRequest did not see it
   */
  match(finished: FinishedRequest, tabId: number): string | null {
    return this.#devtools.match(finished, tabId);
  }

  /**
   * True if webRequest saw the request that DevTools tells of, but it was evicted since. Each evicted request counts
   * once.
   */
  hasEvicted(finished: FinishedRequest, tabId: number): boolean {
    return this.#devtools.hasEvicted(finished, tabId);
  }

  /** Whether DevTools may tell of a hop of a request with these times. `endedAt` is null while it is under way. */
  mayBe(times: Pick<Exchange, 'startedAt' | 'endedAt'>, finished: FinishedRequest): boolean {
    return this.#devtools.mayBe(times, finished);
  }

  /** Returns the ids of what a service worker sent to the same URL while the request that DevTools tells of was under way. */
  sentByServiceWorker(finished: FinishedRequest): readonly string[] {
    return this.#devtools.sentByServiceWorker(finished);
  }

  /** Returns the id of the request that a preflight was made for. For a request it is its own id. */
  requestOf(id: string): string {
    return this.#preflights.matches.get(id)?.requestId ?? id;
  }

  /** Adds what DevTools says of a request. @returns its record; null for a preflight, or if the request was evicted */
  annotate(id: string, { location, error, resourceType, earlierLoad }: DevtoolsNote): Observed | null {
    if (!this.#requests.has(id)) return null;
    const known = this.#notes.get(id);
    const load = earlierLoad ?? known?.earlierLoad;
    this.#notes.set(id, {
      location: location ?? known?.location ?? null,
      error: error ?? known?.error ?? null,
      resourceType: resourceType ?? known?.resourceType ?? null,
      ...(load === undefined ? {} : { earlierLoad: load }),
    });
    return this.#recordOf(id);
  }

  /** Returns the present state of a remembered request or preflight; null for any other. */
  find(id: string): ObservedRequest | null {
    return this.#requests.get(id) ?? null;
  }

  /** Remembers a request that has ended as if that were now. */
  keep(id: string): void {
    if (this.#heardAt.has(id)) this.#heardAt.set(id, this.#now());
  }

  /** The number of remembered requests and preflights. */
  get size(): number {
    return this.#requests.size;
  }

  /** Evicts all requests of a tab. */
  evictTab(tabId: number): void {
    for (const request of [...this.#requests.values()]) {
      if (isTab(request.source.owner, tabId)) this.#evict(request);
    }
  }

  #put(request: ObservedRequest): void {
    const { requestId } = request.source;
    const before = this.#requests.get(requestId);
    this.#requests.set(requestId, request);
    this.#preflights.put(request, before);
    this.#devtools.put(request, before);
    if (chainOf(request).endedAt === null) this.#heardAt.delete(requestId);
    else if (!this.#heardAt.has(requestId)) this.#heardAt.set(requestId, this.#now());
  }

  #recordOf(id: string): Observed | null {
    const request = this.#requests.get(id);
    if (request === undefined || this.#preflights.matches.get(id) !== undefined) return null;
    if (preflightedMethod(request) !== null) {
      return { request: null, preflights: [{ hopIndex: 0, preflight: request }], note: null };
    }
    return { request, preflights: this.#preflightsOf(request), note: this.#notes.get(id) ?? null };
  }

  #preflightsOf(request: ObservedRequest): ExchangeRecord['preflights'] {
    const preflights: { hopIndex: number; preflight: ObservedRequest }[] = [];
    for (const id of this.#preflights.matches.preflightsOf(request.source.requestId)) {
      const match = this.#preflights.matches.get(id);
      const preflight = this.#requests.get(id);
      if (match !== undefined && preflight !== undefined)
        preflights.push({ hopIndex: match.hopIndex, preflight });
    }
    return preflights.sort((one, other) => one.hopIndex - other.hopIndex);
  }

  #sweep(): void {
    const now = this.#now();
    if (now - this.#sweptAt < SWEEP_INTERVAL_MS) return;
    this.#sweptAt = now;
    const over = [...this.#requests.values()].filter((request) => this.#isOver(request));
    for (const request of over) this.#evict(request);
    this.#evictOldestUnended();
  }

  /** Evicts requests that never end, so that they don't pile up. */
  #evictOldestUnended(): void {
    const excess = this.#requests.size - MAX_UNENDED_REQUESTS;
    if (excess <= 0) return;
    // The map keeps the order in which events first told of them.
    const unended = [...this.#requests.values()].filter((request) => chainOf(request).endedAt === null);
    for (const request of unended.slice(0, Math.max(0, unended.length - MAX_UNENDED_REQUESTS))) {
      this.#evict(request);
      const { seenBy, requestId } = request.source;
      if (seenBy === 'webRequest' && compareIds(requestId, this.#largestEvictedId) > 0)
        this.#largestEvictedId = requestId;
    }
  }

  /** True for a request that was evicted before it ended: its later steps alone would tell a false story. */
  #wasEvicted({ seenBy, requestId }: RequestSource): boolean {
    if (seenBy !== 'webRequest' || this.#requests.has(requestId)) return false;
    return compareIds(requestId, this.#largestEvictedId) <= 0;
  }

  /** A preflight is over when its request is: an aborted preflight has no end of its own. */
  #isOver(request: ObservedRequest): boolean {
    const { requestId } = request.source;
    const ownerId = this.#preflights.matches.get(requestId)?.requestId ?? '';
    const heardAt = this.#heardAt.get(this.#requests.has(ownerId) ? ownerId : requestId);
    const isCrowded = this.#requests.size > MAX_UNENDED_REQUESTS;
    const grace = isCrowded ? ENDED_REQUEST_GRACE_MS : this.#grace;
    return heardAt !== undefined && this.#now() - heardAt > grace;
  }

  #evict(request: ObservedRequest): void {
    const { requestId } = request.source;
    this.#requests.delete(requestId);
    this.#notes.delete(requestId);
    this.#heardAt.delete(requestId);
    this.#devtools.forget(request);
    this.#preflights.forget(request);
  }
}
