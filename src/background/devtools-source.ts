import { hasHostAccess } from '../browser/host-access.ts';
import { ownBrowser } from '../browser/own-browser.ts';
import {
  isWrongField,
  type RefusedEntry,
  type ReportFinished,
  readFinishedRequest,
} from '../commands/index.ts';
import { originOf, SERVICE_WORKER, tabOwner } from '../cors/index.ts';
import {
  type FinishedRequest,
  httpUrl,
  isPreflight,
  isSpecific,
  joinedAnswer,
  missedSteps,
  type ObservedRequest,
  originOfFinished,
  type RequestRecord,
  toEvents,
  toOutsideRecord,
  withSeen,
} from '../observe/index.ts';
import { answeredSenders, wasOn } from '../override/index.ts';
import { adopt, annotate, observe } from './observe.ts';
import type { State } from './state.ts';

/** How long this waits for webRequest's own events of a request that webRequest must have seen. */
const WEBREQUEST_GRACE_MS = 500;

/**
 * Stores the requests that DevTools tells of. Each entry is read by itself, so that a malformed one costs no other.
 * @returns the entries that could not be read, once all the others are stored
 * @throws CommandError where the others could not be stored: DevTools has to tell of all of them again
 */
export async function storeFinishedRequests(
  state: State,
  { tabId, finished, lost, lostOutside }: ReportFinished,
): Promise<readonly RefusedEntry[]> {
  const errors = await Promise.all(finished.map((entry) => takeIn(state, tabId, entry)));
  const refused = errors.flatMap((error, index) => (error === null ? [] : [{ index, error }]));
  if (refused.length > 0) console.error('DevTools told of what could not be taken in.', refused);
  state.dropped.addUnheard(tabId, refused.length, Date.now());
  if (lost !== undefined) state.dropped.addUnheard(tabId, lost.count, lost.latest);
  if (lostOutside !== undefined) state.dropped.addOutside(tabId, lostOutside.count, lostOutside.latest);
  await state.writes.flush();
  return refused;
}

/**
 * Reads an entry and adds it to what is known, without waiting until it is stored.
 * @returns why that was not possible; null where it was
 */
async function takeIn(state: State, tabId: number, entry: unknown): Promise<string | null> {
  const request = readFinishedRequest(entry);
  if (isWrongField(request)) return request.error;
  try {
    await state.received.once(request, () => addFinished(state, tabId, request));
    return null;
  } catch (error) {
    return String(error);
  }
}

/**
 * Adds what DevTools tells of a request. Where webRequest saw the same request, DevTools only adds to it; where it did
 * not, DevTools is the only source. The two give a request no common id: method, URL and time decide.
 */
async function addFinished(state: State, tabId: number, request: FinishedRequest): Promise<void> {
  const isCleared = () => request.endedAt < (state.clearedAt.get(tabId) ?? 0);
  if (request.outside !== undefined) {
    const record = await outsideRecord(state, tabId, request, isCleared);
    if (record !== null) state.exchanges.put(record);
    return;
  }
  let id = match(state, tabId, request);
  if (id === null && (await isWatched(state, tabId, request))) {
    await webRequestGrace();
    await state.forgotten.takeUp(tabId, request);
    id = match(state, tabId, request);
    if (id === null && needsNoRow(state, tabId, request)) return;
    if (id === null && isUnexplained(request)) {
      const outside = { type: 'service-worker', from: null } as const;
      const record = await outsideRecord(state, tabId, { ...request, outside }, isCleared);
      // If it has a preflight, the worker that would have seen both was stopped meanwhile.
      if (record !== null) adopt(state, record);
      return;
    }
  }
  if (id === null) {
    if (!isCleared()) addFromDevtools(state, tabId, request);
    return;
  }
  await webRequestGrace();
  if (state.ledger.find(id) === null) await state.forgotten.takeUp(tabId, request);
  if (isCleared()) return;
  // A worker that was stopped meanwhile has missed something.
  const seen = state.ledger.find(id);
  if (seen === null) return;
  for (const event of missedSteps(seen, request, tabId)) observe(state, event);
  // Chrome's DevTools tells of the answer as an override has changed it.
  const joined = ownBrowser.joinsHeaderLines ? joinedAnswer(seen, request) : null;
  if (joined !== null) observe(state, joined);
}

/**
 * Returns the record of a request that CORS decides nothing about, with what webRequest saw of it; null where it needs no
 * row.
 */
async function outsideRecord(
  state: State,
  tabId: number,
  request: FinishedRequest,
  isCleared: () => boolean,
): Promise<RequestRecord | null> {
  const seen = (await isWatched(state, tabId, request)) ? await seenOutside(state, tabId, request) : null;
  // A service worker fills its cache like this.
  const isOfWorker = seen?.source.owner.type === 'serviceWorker';
  if (isOfWorker && request.outside?.type === 'no-cors' && request.error === null) return null;
  if (request.outside?.type === 'service-worker' && workersOwnRow(state, request)) return null;
  if (isCleared()) return null;
  const told = withSeen(request, seen, ownBrowser.devtoolsNamesErrors);
  return state.closedTabs.has(tabId) ? null : toOutsideRecord(told, tabId, pageOrigin(state, tabId));
}

/** Returns what webRequest saw of a request; null where it saw nothing. */
async function seenOutside(
  state: State,
  tabId: number,
  request: FinishedRequest,
): Promise<ObservedRequest | null> {
  await webRequestGrace();
  const id = state.ledger.match(request, tabId);
  return id === null ? null : state.ledger.find(id);
}

function webRequestGrace(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, WEBREQUEST_GRACE_MS));
}

/**
 * Finds the request that webRequest saw, and adds DevTools' location, error and name of what was fetched to it.
 * @returns its id; null where webRequest did not see it
 */
function match(state: State, tabId: number, request: FinishedRequest): string | null {
  const id = state.ledger.match(request, tabId);
  if (id === null) return null;
  const isTold = request.error !== null && (isSpecific(request.error) || isUnread(state, request));
  const error = isTold ? request.error : null;
  const location = isPreflight(request) ? null : request.location;
  // An EventSource has no location, and webRequest takes it for a fetch.
  const { earlierLoad } = request;
  if (
    error !== null ||
    location !== null ||
    earlierLoad !== undefined ||
    request.resourceType === 'eventsource'
  ) {
    const resourceType = isPreflight(request) ? null : request.resourceType;
    const note = { location, error, resourceType, earlierLoad };
    annotate(state, tabId, state.ledger.requestOf(id), note);
  }
  return id;
}

/** Whether the page could not read an answer of which webRequest says that it completed. */
function isUnread({ profile }: State, { error, status }: FinishedRequest): boolean {
  return profile.completesBlocked && error === profile.corsNetError && status > 0;
}

/** Whether webRequest sees such requests: both the page's and the target's host are granted. */
function isWatched(state: State, tabId: number, request: FinishedRequest): Promise<boolean> {
  const origins = [originOfFinished(request, pageOrigin(state, tabId)), originOf(httpUrl(request.url))];
  return hasHostAccess(origins.filter((origin) => origin !== null).filter((origin) => origin !== 'null'));
}

/**
 * True if this entry must not become a row of its own: (1) webRequest saw it and we evicted it, (2) an override answered
 * it, (3) it is a page's request that a service worker sent on, or (4) it failed for a reason that nobody names.
 */
function needsNoRow(state: State, tabId: number, request: FinishedRequest): boolean {
  if (!ownBrowser.devtoolsNamesErrors && request.status === 0) return true;
  if (state.ledger.hasEvicted(request, tabId) || answeredByOverride(state, tabId, request)) return true;
  return isUnexplained(request)
    ? workersOwnRow(state, request)
    : state.ledger.sentByServiceWorker(request).length > 0;
}

/** Whether the service worker's own request for the page's has a row, which tells more. */
function workersOwnRow(state: State, request: FinishedRequest): boolean {
  const sent = state.ledger.sentByServiceWorker(request);
  return sent.some((id) => state.exchanges.get(SERVICE_WORKER, id) !== undefined);
}

/**
 * Whether DevTools tells of a request that failed without a reason. If webRequest, which would have seen it, saw none, the
 * page's service worker answered it: with an error, or with what the page may not use.
 */
function isUnexplained(request: FinishedRequest): boolean {
  const { error, status } = request;
  return !isPreflight(request) && status === 0 && error !== null && !isSpecific(error);
}

/** Whether the debugger answered a preflight in the server's place. webRequest sees no such preflight. */
function answeredByOverride(state: State, tabId: number, request: FinishedRequest): boolean {
  if (!isPreflight(request)) return false;
  const { url, method, startedAt, requestHeaders: headerList } = request;
  const then = state.overrides
    .all()
    .flatMap((one) => (wasOn(one, startedAt) ? { ...one, endedAt: null } : []));
  return answeredSenders(then, { owner: tabOwner(tabId), url, method, headerList }, startedAt).length > 0;
}

function addFromDevtools(state: State, tabId: number, request: FinishedRequest): void {
  for (const event of toEvents(request, tabId, pageOrigin(state, tabId))) observe(state, event);
  const { requestId, location, earlierLoad } = request;
  if ((location !== null || earlierLoad !== undefined) && !isPreflight(request))
    annotate(state, tabId, requestId, { location, error: null, resourceType: null, earlierLoad });
}

function pageOrigin(state: State, tabId: number): string | null {
  return state.pages.get(tabId)?.origin ?? null;
}
