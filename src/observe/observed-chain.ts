import { getHeader, type HeaderList, type Outcome, type Response } from '../cors/index.ts';
import type { ObservedRequest, ObservedStep } from './observed.ts';

/** One URL of a request's URL list, with what was observed there. Times are in ms since the epoch. */
export interface ObservedHop {
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
  /** When the browser was about to send the request itself: after its preflight, if it needed one. */
  readonly sentAt: number | null;
  readonly requestHeaders: HeaderList | null;
  /** What it will carry, where the browser tells that before the preflight; null where it doesn't. */
  readonly plannedHeaders: HeaderList | null;
  readonly response: Response | null;
}

/** All hops of a request, put together from its steps, and how it ended. */
export interface ObservedChain {
  readonly hops: readonly [ObservedHop, ...ObservedHop[]];
  readonly outcome: Outcome;
  readonly endedAt: number | null;
}

type MutableHop = { -readonly [Key in keyof ObservedHop]: ObservedHop[Key] } & { begun: boolean };

const known = new WeakMap<ObservedRequest, ObservedChain>();

/**
 * Puts a request's steps together into hops. The chain is cached for each state of the request. Steps that a stopped
 * worker has missed are simply absent.
 */
export function chainOf(request: ObservedRequest): ObservedChain {
  const chain = known.get(request) ?? newChain(request);
  known.set(request, chain);
  return chain;
}

function newChain(request: ObservedRequest): ObservedChain {
  const first = newHop(request.steps[0]);
  const hops: [MutableHop, ...MutableHop[]] = [first];
  let hop = first;
  let outcome: Outcome = { type: 'pending' };
  let endedAt: number | null = null;
  let started = false;
  const nextHop = (step: ObservedStep, url: string) => {
    hop = newHop({ ...step, url });
    hops.push(hop);
  };
  for (const step of request.steps) {
    switch (step.phase) {
      case 'before-request':
        // A second beginning without a redirect in between: the worker missed the redirect.
        if (hop.begun) nextHop(step, step.url);
        hop.begun = true;
        hop.method = step.method;
        break;
      case 'headers-planned':
        hop.plannedHeaders = step.requestHeaders;
        hop.method = step.method;
        break;
      case 'before-send-headers':
        hop.sentAt = step.timeStamp;
        hop.requestHeaders = step.requestHeaders;
        hop.method = step.method;
        break;
      case 'headers-received':
        hop.response = step.response;
        hop.requestHeaders ??= hop.plannedHeaders;
        hop.sentAt ??= hop.plannedHeaders === null ? null : step.timeStamp;
        break;
      case 'before-redirect':
        if (canBeHeard(step.redirectUrl)) {
          nextHop(step, step.redirectUrl);
        } else {
          outcome = { type: 'error', error: 'net::ERR_FAILED' };
          endedAt = step.timeStamp;
        }
        break;
      case 'response-started':
        started = true;
        break;
      case 'completed':
        outcome = { type: 'completed' };
        endedAt = step.timeStamp;
        break;
      case 'error':
        outcome = { type: 'error', error: started ? whileReading(step.error) : step.error };
        endedAt = step.timeStamp;
        break;
    }
  }
  // Chrome refused the redirect because of its target: the request never left the hop before.
  if (hops.length > 1 && !hop.begun && outcome.type === 'error') hops.pop();
  return { hops, outcome, endedAt };
}

/** Chrome reports a page that stops reading a response as ERR_ABORTED or, as often, with the error it uses for CORS. */
function whileReading(error: string): string {
  return error === 'net::ERR_FAILED' ? 'net::ERR_ABORTED' : error;
}

/**
 * Chrome refuses redirects to any other scheme. No event reports that, since such a URL matches no listener's filter.
 */
function canBeHeard(redirectUrl: string): boolean {
  return /^(?:https?|data|chrome-extension):/.test(redirectUrl);
}

function newHop(step: ObservedStep): MutableHop {
  return {
    url: step.url,
    method: step.method,
    startedAt: step.timeStamp,
    sentAt: null,
    requestHeaders: null,
    plannedHeaders: null,
    response: null,
    begun: false,
  };
}

const HEADERS_TOLD: readonly ObservedStep['phase'][] = ['headers-planned', 'before-send-headers'];

/**
 * Returns the method that a preflight asks for. Null means that the request is no preflight: no page can set that
 * header.
 */
export function preflightedMethod(request: ObservedRequest): string | null {
  for (const step of request.steps) {
    if (step.method === 'OPTIONS' && HEADERS_TOLD.includes(step.phase) && 'requestHeaders' in step) {
      return getHeader(step.requestHeaders, 'Access-Control-Request-Method');
    }
  }
  return null;
}

/**
 * True for an OPTIONS request that may have been a preflight, but whose headers were never shown. Either something in
 * the
 * browser, such as another extension, kept it from being sent, or the worker was stopped while it was sent.
 */
export function isUnreadOptions({ steps }: ObservedRequest): boolean {
  if (steps.some(({ phase, method }) => HEADERS_TOLD.includes(phase) || method !== 'OPTIONS')) return false;
  const beginningMissed = steps[0].phase !== 'before-request';
  return (
    beginningMissed ||
    steps.some((step) => step.phase === 'headers-received' || step.phase === 'completed') ||
    steps.some((step) => step.phase === 'error' && step.error.startsWith('net::ERR_BLOCKED_BY_'))
  );
}
