import { isSameOwner } from '../cors/index.ts';
import type { ObservedRequest, RequestSource } from './observed.ts';
import { courseOf, isUnreadOptions, type Leg, preflightedMethod } from './observed-chain.ts';

/** A preflight's place: the request it was made for, and which of that request's legs. */
export interface Place {
  readonly requestId: string;
  readonly leg: number;
}

interface WaitingLeg {
  readonly request: ObservedRequest;
  readonly index: number;
  readonly leg: Leg;
  readonly endedAt: number | null;
}

/**
 * Joins preflights to their requests; Chrome gives them no common id. Of the requests that could be meant — same
 * frame, URL and method, begun before the preflight and sent only after it — the one that waits longest is
 * (first in, first out; measured in Chromium 156 with identical simultaneous requests).
 * @param requests requests and preflights in any order
 * @returns by the preflight's id
 */
export function joinPreflights(requests: readonly ObservedRequest[]): ReadonlyMap<string, Place> {
  const preflights = requests.filter(mayBePreflight).sort(byId);
  const waiting = requests.filter((request) => !mayBePreflight(request)).flatMap(waitingLegs);
  waiting.sort((one, other) => one.leg.startedAt - other.leg.startedAt || byId(one.request, other.request));
  const places = new Map<string, Place>();
  for (const fits of [waitedFor, wasOverBefore]) {
    for (const preflight of preflights) {
      if (places.has(preflight.source.requestId)) continue;
      const found = waiting.findIndex(
        (candidate) => fits(preflight, candidate) && mayBelong(preflight, candidate),
      );
      const [taken] = found < 0 ? [] : waiting.splice(found, 1);
      if (taken === undefined) continue;
      places.set(preflight.source.requestId, { requestId: taken.request.source.requestId, leg: taken.index });
    }
  }
  return places;
}

/** Whether it is a preflight, or was stopped before that could be told. */
export function mayBePreflight(request: ObservedRequest): boolean {
  return preflightedMethod(request) !== null || isUnreadOptions(request);
}

function byId(one: ObservedRequest, other: ObservedRequest): number {
  return compareIds(one.source.requestId, other.source.requestId);
}

/** Orders ids of requests, which Chrome counts up: decimal numbers, as text. */
export function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

function waitingLegs(request: ObservedRequest): readonly WaitingLeg[] {
  const { legs, endedAt } = courseOf(request);
  return legs.map((leg, index) => ({ request, index, leg, endedAt: legs[index + 1]?.startedAt ?? endedAt }));
}

/** How late a preflight may seem to be, in ms: after a request that failed unsent, and after one that may have needed none. */
const HEARD_WITHIN = 1_000;
const HEARD_SOON = 50;
/** DevTools cuts start times to whole milliseconds: what came later may seem to have come earlier by so much, in ms. */
const DEVTOOLS_SLACK = 2;
/** By how much the clocks of the two witnesses may differ, in ms. */
export const CLOCK_SLACK = 20;

function mayBelong(preflight: ObservedRequest, { request, leg }: WaitingLeg): boolean {
  const { url, startedAt } = courseOf(preflight).legs[0];
  return (
    leg.url === url &&
    leg.method === (preflightedMethod(preflight) ?? leg.method) &&
    sameSource(preflight, request) &&
    // An event of the request itself may have been missed: then its first known time is too late.
    (leg.startedAt <= startedAt + slackOf(preflight.source, request.source) ||
      request.steps[0].phase !== 'before-request')
  );
}

/** Whether the preflight went on while the request waited. */
function waitedFor(preflight: ObservedRequest, { request, leg, endedAt }: WaitingLeg): boolean {
  const { legs, endedAt: answeredAt } = courseOf(preflight);
  const [{ startedAt }] = legs;
  const slack = slackOf(preflight.source, request.source);
  return (
    (leg.sentAt === null || leg.sentAt + slack >= (answeredAt ?? startedAt)) &&
    (endedAt === null || endedAt + slack >= startedAt)
  );
}

/**
 * Whether the request was over just before, as far as DevTools says: it puts a preflight where the browser's main thread
 * hears of it. One that never was sent, and has no other preflight, has no other way to have failed.
 */
function wasOverBefore(preflight: ObservedRequest, { request, leg, endedAt }: WaitingLeg): boolean {
  if (preflight.source.witness !== 'devtools' || request.source.witness !== 'devtools') return false;
  const within = leg.sentAt === null ? HEARD_WITHIN : HEARD_SOON;
  return endedAt !== null && endedAt + within >= courseOf(preflight).legs[0].startedAt;
}

function slackOf(one: RequestSource, other: RequestSource): number {
  if (one.witness !== other.witness) return CLOCK_SLACK;
  return one.witness === 'devtools' ? DEVTOOLS_SLACK : 0;
}

function sameSource({ source: one }: ObservedRequest, { source: other }: ObservedRequest): boolean {
  if (!isSameOwner(one.owner, other.owner)) return false;
  // A worker that was stopped just then has missed one of the two, which DevTools told later: it knows no frames.
  if (one.witness !== other.witness) return true;
  return (
    inSameFrame(one, other) &&
    // DevTools names no initiator: it is read off the headers, and a redirect changes those.
    (one.witness === 'devtools' || one.initiator === other.initiator)
  );
}

/**
 * A new document's first requests may reach the browser before the news that it is there: they are then counted among
 * the document before it, and their preflights, some ms later, are not. A prerendered frame gets another id when it is shown.
 */
function inSameFrame(one: RequestSource, other: RequestSource): boolean {
  return one.frameId === other.frameId || (one.documentId !== null && one.documentId === other.documentId);
}
