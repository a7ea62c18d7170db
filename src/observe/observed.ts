import type { HeaderList, Owner, Response } from '../cors/index.ts';

/** One step of a request, as webRequest or DevTools told of it. `timeStamp` is in ms since the epoch. */
export type ObservedStep = { readonly timeStamp: number; readonly url: string; readonly method: string } & (
  | { readonly phase: 'before-request' }
  /** The headers that the request will carry if its preflight passes. Firefox tells them before the preflight. */
  | { readonly phase: 'headers-planned'; readonly requestHeaders: HeaderList }
  /** The request's headers: for a preflighted request only after its preflight passed. */
  | { readonly phase: 'before-send-headers'; readonly requestHeaders: HeaderList }
  | { readonly phase: 'headers-received'; readonly response: Response }
  | { readonly phase: 'before-redirect'; readonly redirectUrl: string }
  /** The browser's checks let the answer through: its body is on the way. */
  | { readonly phase: 'response-started' }
  | { readonly phase: 'completed' }
  | { readonly phase: 'error'; readonly error: string }
);

/** Who made a request, and which API told of it. All steps of a request share it. */
export interface RequestSource {
  /** Which of the browser's APIs told of the request. */
  readonly seenBy: 'webRequest' | 'devtools';
  /** The browser's id; a preflight has one of its own, larger than its request's. */
  readonly requestId: string;
  readonly owner: Owner;
  readonly frameId: number;
  readonly documentId: string | null;
  /** Serialized origin of who started it; `null` when opaque. Null where the browser names none. */
  readonly initiator: string | null;
  readonly resourceType: string;
}

/** One step of one request, with who made the request. */
export interface ObservedEvent {
  readonly source: RequestSource;
  readonly step: ObservedStep;
}

/** A request or preflight, with all steps that were seen so far, in the order of time. */
export interface ObservedRequest {
  readonly source: RequestSource;
  readonly steps: readonly [ObservedStep, ...ObservedStep[]];
}

const PHASE_ORDER: readonly ObservedStep['phase'][] = [
  'before-request',
  'headers-planned',
  'before-send-headers',
  'headers-received',
  'before-redirect',
  'response-started',
  'completed',
  'error',
];

/** Adds one step to a request. Steps may come in any order, as they do when a burst wakes the worker. */
export function addStep(request: ObservedRequest | undefined, event: ObservedEvent): ObservedRequest {
  if (request === undefined) return { source: event.source, steps: [event.step] };
  const [first, ...rest] = [...request.steps, event.step].sort(
    (one, other) =>
      one.timeStamp - other.timeStamp || PHASE_ORDER.indexOf(one.phase) - PHASE_ORDER.indexOf(other.phase),
  );
  return { source: request.source, steps: [first ?? event.step, ...rest] };
}
