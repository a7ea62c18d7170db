import { isSameOwner } from '../cors/index.ts';
import type { ObservedRequest, RequestSource } from './observed.ts';
import { chainOf, isUnreadOptions, type ObservedHop, preflightedMethod } from './observed-chain.ts';

/** What a preflight was made for: a request, and one of that request's hops. */
export interface PreflightMatch {
  readonly requestId: string;
  readonly hopIndex: number;
}

interface WaitingHop {
  readonly request: ObservedRequest;
  readonly index: number;
  readonly hop: ObservedHop;
  readonly endedAt: number | null;
}

/**
 * Matches preflights to their requests; Chrome gives them no common id. A request can
 * be meant if it has the same frame, URL and method, began before the preflight, and was sent only after it. Of
 * several,
 * the one that waits longest is meant (first in, first out; measured in Chromium 156 with identical simultaneous
 * requests).
 * @param requests requests and preflights in any order
 * @returns by the preflight's id
 */
export function matchPreflights(requests: readonly ObservedRequest[]): ReadonlyMap<string, PreflightMatch> {
  const preflights = requests.filter(mayBePreflight).sort(byId);
  // Most groups of a flood have nothing to match.
  if (preflights.length === 0) return new Map();
  const waiting = requests.filter((request) => !mayBePreflight(request)).flatMap(waitingHops);
  waiting.sort((one, other) => one.hop.startedAt - other.hop.startedAt || byId(one.request, other.request));
  const matches = new Map<string, PreflightMatch>();
  for (const fits of [waitedFor, wasOverBefore]) {
    for (const preflight of preflights) {
      if (matches.has(preflight.source.requestId)) continue;
      const index = waiting.findIndex(
        (candidate) => fits(preflight, candidate) && mayBelong(preflight, candidate),
      );
      const [taken] = index < 0 ? [] : waiting.splice(index, 1);
      if (taken === undefined) continue;
      matches.set(preflight.source.requestId, {
        requestId: taken.request.source.requestId,
        hopIndex: taken.index,
      });
    }
  }
  return matches;
}

/** True for a preflight, and for a request that was stopped before anybody could tell whether it was one. */
export function mayBePreflight(request: ObservedRequest): boolean {
  return preflightedMethod(request) !== null || isUnreadOptions(request);
}

function byId(one: ObservedRequest, other: ObservedRequest): number {
  return compareIds(one.source.requestId, other.source.requestId);
}

/** Orders request ids. Chrome counts them up: they are decimal numbers, as text. */
export function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

function waitingHops(request: ObservedRequest): readonly WaitingHop[] {
  const { hops, endedAt } = chainOf(request);
  return hops.map((hop, index) => ({ request, index, hop, endedAt: hops[index + 1]?.startedAt ?? endedAt }));
}

/** The longest delay of a preflight's DevTools timestamp after the end of a request that was never sent. */
const UNSENT_REQUEST_DELAY_MS = 1_000;
/** The same after the end of a request that was sent, and so may have needed no preflight. */
const SENT_REQUEST_DELAY_MS = 50;
/** DevTools cuts start times to whole milliseconds: what came later may seem to have come earlier by this much. */
const DEVTOOLS_ROUNDING_MS = 2;
/** By how much the clocks of webRequest and DevTools may differ. */
export const SOURCE_CLOCK_SLACK_MS = 20;

function mayBelong(preflight: ObservedRequest, { request, hop }: WaitingHop): boolean {
  const { url, startedAt } = chainOf(preflight).hops[0];
  return (
    hop.url === url &&
    hop.method === (preflightedMethod(preflight) ?? hop.method) &&
    sameSource(preflight, request) &&
    // If the worker missed the request's first event, its first known time is too late to compare.
    (hop.startedAt <= startedAt + slackOf(preflight.source, request.source) ||
      request.steps[0].phase !== 'before-request')
  );
}

/** True if the preflight was under way while the request waited. */
function waitedFor(preflight: ObservedRequest, { request, hop, endedAt }: WaitingHop): boolean {
  const { hops, endedAt: answeredAt } = chainOf(preflight);
  const [{ startedAt }] = hops;
  const slack = slackOf(preflight.source, request.source);
  return (
    (hop.sentAt === null || hop.sentAt + slack >= (answeredAt ?? startedAt)) &&
    (endedAt === null || endedAt + slack >= startedAt)
  );
}

/**
 * Returns whether the preflight may belong to a request that was over before. DevTools may date a preflight after its
 * request has ended, because it uses the time at which the main thread was told. Of a request that was never sent, a
 * preflight that appears up to 1 s later is its own.
 */
function wasOverBefore(preflight: ObservedRequest, { request, hop, endedAt }: WaitingHop): boolean {
  if (preflight.source.seenBy !== 'devtools' || request.source.seenBy !== 'devtools') return false;
  const maxDelay = hop.sentAt === null ? UNSENT_REQUEST_DELAY_MS : SENT_REQUEST_DELAY_MS;
  return endedAt !== null && endedAt + maxDelay >= chainOf(preflight).hops[0].startedAt;
}

function slackOf(one: RequestSource, other: RequestSource): number {
  if (one.seenBy !== other.seenBy) return SOURCE_CLOCK_SLACK_MS;
  return one.seenBy === 'devtools' ? DEVTOOLS_ROUNDING_MS : 0;
}

function sameSource({ source: one }: ObservedRequest, { source: other }: ObservedRequest): boolean {
  if (!isSameOwner(one.owner, other.owner)) return false;
  // A stopped worker missed one of the two, and DevTools told of it later. DevTools knows no frames.
  if (one.seenBy !== other.seenBy) return true;
  return (
    inSameFrame(one, other) &&
    // DevTools names no initiator. It is read from the headers, which a redirect changes.
    (one.seenBy === 'devtools' || one.initiator === other.initiator)
  );
}

/**
 * The frame or the document has to be the same, not both. A new document's first requests may reach the browser before
 * it
 * knows of the document: it counts them among the document before, but their preflights, some ms later, not. A
 * prerendered frame gets another id when it is shown.
 */
function inSameFrame(one: RequestSource, other: RequestSource): boolean {
  return one.frameId === other.frameId || (one.documentId !== null && one.documentId === other.documentId);
}
