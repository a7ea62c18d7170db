import { getHeader, type HeaderList, type Outcome, type Response } from '../cors/index.ts';
import type { ObservedRequest, ObservedStep } from './observed.ts';

/** A request's way over one URL of its URL list. Times in ms since the epoch. */
export interface Leg {
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
  /** When the request itself was about to be sent: after its preflight, if it needed one. */
  readonly sentAt: number | null;
  readonly requestHeaders: HeaderList | null;
  readonly response: Response | null;
}

/** A request's steps put together. */
export interface Course {
  readonly legs: readonly [Leg, ...Leg[]];
  readonly outcome: Outcome;
  readonly endedAt: number | null;
}

type MutableLeg = { -readonly [Key in keyof Leg]: Leg[Key] } & { begun: boolean };

const known = new WeakMap<ObservedRequest, Course>();

/** Puts the steps together, once for each state of the request. What was missed (a stopped worker) is simply not there. */
export function courseOf(request: ObservedRequest): Course {
  const course = known.get(request) ?? newCourse(request);
  known.set(request, course);
  return course;
}

function newCourse(request: ObservedRequest): Course {
  const first = newLeg(request.steps[0]);
  const legs: [MutableLeg, ...MutableLeg[]] = [first];
  let leg = first;
  let outcome: Outcome = { type: 'pending' };
  let endedAt: number | null = null;
  let started = false;
  const nextLeg = (step: ObservedStep, url: string) => {
    leg = newLeg({ ...step, url });
    legs.push(leg);
  };
  for (const step of request.steps) {
    switch (step.phase) {
      case 'before-request':
        // A second one without a redirect in between: the redirect itself was missed.
        if (leg.begun) nextLeg(step, step.url);
        leg.begun = true;
        leg.method = step.method;
        break;
      case 'before-send-headers':
        leg.sentAt = step.timeStamp;
        leg.requestHeaders = step.requestHeaders;
        leg.method = step.method;
        break;
      case 'headers-received':
        leg.response = step.response;
        break;
      case 'before-redirect':
        if (canBeHeard(step.redirectUrl)) {
          nextLeg(step, step.redirectUrl);
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
  // A redirect that was refused for where it leads to has left the request where it was.
  if (legs.length > 1 && !leg.begun && outcome.type === 'error') legs.pop();
  return { legs, outcome, endedAt };
}

/** When a page gives up reading an answer, Chrome's webRequest says ERR_ABORTED or, as often, what it says of CORS. */
function whileReading(error: string): string {
  return error === 'net::ERR_FAILED' ? 'net::ERR_ABORTED' : error;
}

/** Chrome refuses a redirect to any other scheme, and no event says so: its URL matches no listener's filter. */
function canBeHeard(redirectUrl: string): boolean {
  return /^(?:https?|data|chrome-extension):/.test(redirectUrl);
}

function newLeg(step: ObservedStep): MutableLeg {
  return {
    url: step.url,
    method: step.method,
    startedAt: step.timeStamp,
    sentAt: null,
    requestHeaders: null,
    response: null,
    begun: false,
  };
}

/** The method a preflight asks for, or null when the request is none: no page can set that header. */
export function preflightedMethod(request: ObservedRequest): string | null {
  for (const step of request.steps) {
    if (step.method === 'OPTIONS' && step.phase === 'before-send-headers') {
      return getHeader(step.requestHeaders, 'Access-Control-Request-Method');
    }
  }
  return null;
}

/**
 * Whether it is an OPTIONS request whose headers were never shown, though it may have been a preflight: something in the
 * browser, such as another extension, kept it from being sent, or the worker was stopped while it went out.
 */
export function isUnreadOptions({ steps }: ObservedRequest): boolean {
  if (steps.some(({ phase, method }) => phase === 'before-send-headers' || method !== 'OPTIONS'))
    return false;
  const beginningMissed = steps[0].phase !== 'before-request';
  return (
    beginningMissed ||
    steps.some((step) => step.phase === 'headers-received' || step.phase === 'completed') ||
    steps.some((step) => step.phase === 'error' && step.error.startsWith('net::ERR_BLOCKED_BY_'))
  );
}
