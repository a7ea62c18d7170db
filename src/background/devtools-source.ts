import { hasHostAccess } from '../browser/host-access.ts';
import {
  isWrongField,
  type RefusedEntry,
  type ReportFinished,
  readFinishedRequest,
} from '../commands/index.ts';
import { originOf, tabOwner } from '../cors/index.ts';
import {
  type FinishedRequest,
  isPreflight,
  missedSteps,
  originOfFinished,
  saysWhy,
  toEvents,
} from '../observe/index.ts';
import { preflightAnswer, wasOn } from '../override/index.ts';
import { annotate, observe } from './observe.ts';
import type { State } from './state.ts';

/** How long webRequest's own events are waited for where it must have seen a request, in ms. */
const PATIENCE = 500;

/**
 * Takes in what DevTools tells, entry by entry: one that can't be taken in costs no other.
 * @returns once all the others are stored
 * @throws CommandError where they could not be stored: they are to be told again
 */
export async function hearFinished(
  state: State,
  { tabId, finished, lost }: ReportFinished,
): Promise<readonly RefusedEntry[]> {
  const errors = await Promise.all(finished.map((entry) => errorOf(state, tabId, entry)));
  const refused = errors.flatMap((error, index) => (error === null ? [] : [{ index, error }]));
  if (refused.length > 0) console.error('DevTools told of what could not be taken in.', refused);
  state.dropped.addUnheard(tabId, refused.length, Date.now());
  if (lost !== undefined) state.dropped.addUnheard(tabId, lost.count, lost.latest);
  await state.writes.flush();
  return refused;
}

/** @returns why an entry could not be taken in; null once it is, though it may not be stored yet */
async function errorOf(state: State, tabId: number, entry: unknown): Promise<string | null> {
  const request = readFinishedRequest(entry);
  if (isWrongField(request)) return request.error;
  try {
    await state.heard.once(request, () => hear(state, tabId, request));
    return null;
  } catch (error) {
    return String(error);
  }
}

/**
 * Hears what DevTools tells. A request that webRequest saw, too, is annotated; of one that it did not see, this is all
 * there is. They have no common id: method, URL and time tell.
 */
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
  const asked = { owner: tabOwner(tabId), url, method, headerList };
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
