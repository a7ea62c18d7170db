import { originOf } from '../cors/index.ts';
import {
  type FinishedRequest,
  isPreflight,
  missedSteps,
  originOfFinished,
  saysWhy,
  toEvents,
} from '../exchange/index.ts';
import { preflightAnswer, wasOn } from '../override/index.ts';
import { hasHostAccess } from '../platform/host-access.ts';
import { annotate, observe } from './observe.ts';
import type { State } from './state.ts';

/** How long webRequest's own events are waited for where it must have seen a request, in ms. */
const PATIENCE = 500;

/**
 * Hears what DevTools tells. A request that webRequest saw, too, is annotated; of one that it did not see, this is all
 * there is. They have no common id: method, URL and time tell.
 * @returns once all is stored
 */
export async function hearFinished(
  state: State,
  tabId: number,
  finished: readonly FinishedRequest[],
): Promise<void> {
  await Promise.all(finished.map((request) => hear(state, tabId, request)));
  await state.writes.flush();
}

async function hear(state: State, tabId: number, request: FinishedRequest): Promise<void> {
  const isCleared = () => request.endedAt < (state.clearedAt.get(tabId) ?? 0);
  let id = claim(state, tabId, request);
  if (id === null && (await isWatched(state, tabId, request))) {
    await patience();
    id = claim(state, tabId, request);
    if (id === null && wasSeenOtherwise(state, tabId, request)) return;
  }
  if (id === null) {
    if (!isCleared()) take(state, tabId, request);
    return;
  }
  await patience();
  if (isCleared()) return;
  // A worker that was stopped meanwhile has missed something.
  const seen = state.ledger.find(id);
  if (seen === null) return;
  for (const event of missedSteps(seen, request, tabId)) observe(state, event);
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/** @returns the id of what webRequest saw, with what DevTools adds to it; null where it saw nothing */
function claim(state: State, tabId: number, request: FinishedRequest): string | null {
  const id = state.ledger.claim(request, tabId);
  if (id === null) return null;
  const error = request.error !== null && saysWhy(request.error) ? request.error : null;
  const location = isPreflight(request) ? null : request.location;
  if (error !== null || location !== null) {
    annotate(state, tabId, state.ledger.requestOf(id), { location, error });
  }
  return id;
}

/** Whether webRequest sees such requests: both the page's and the target's host are granted. */
function isWatched(state: State, tabId: number, request: FinishedRequest): Promise<boolean> {
  const origins = [originOfFinished(request, pageOrigin(state, tabId)), originOf(request.url)];
  return hasHostAccess(origins.filter((origin) => origin !== null).filter((origin) => origin !== 'null'));
}

/**
 * Whether it is known by another way: it was seen long ago, DevTools being late in a flood; it never came to the server;
 * or it is the page's request, which DevTools lists beside the service worker's, which was sent.
 */
function wasSeenOtherwise(state: State, tabId: number, request: FinishedRequest): boolean {
  return (
    state.ledger.hasForgotten(request, tabId) ||
    answeredByOverride(state, tabId, request) ||
    state.ledger.wasSentByServiceWorker(request)
  );
}

/** Of a preflight that the debugger answers webRequest knows nothing: it never came to the server. */
function answeredByOverride(state: State, tabId: number, request: FinishedRequest): boolean {
  if (!isPreflight(request)) return false;
  const { url, method, startedAt, requestHeaders: headerList } = request;
  const then = state.overrides
    .all()
    .flatMap((one) => (wasOn(one, startedAt) ? { ...one, endedAt: null } : []));
  const asked = { tabId, url, method, headerList };
  const frameOrigins = new Set(['null', ...then.map((one) => one.pageOrigin)]);
  return [...frameOrigins].some(
    (frameOrigin) => preflightAnswer(then, { ...asked, frameOrigin }, startedAt) !== null,
  );
}

function take(state: State, tabId: number, request: FinishedRequest): void {
  for (const event of toEvents(request, tabId, pageOrigin(state, tabId))) observe(state, event);
  const { requestId, location } = request;
  if (location !== null && !isPreflight(request))
    annotate(state, tabId, requestId, { location, error: null });
}

function pageOrigin(state: State, tabId: number): string | null {
  return state.pages.get(tabId)?.origin ?? null;
}
