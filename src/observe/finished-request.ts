import {
  type CodeLocation,
  type EarlierLoad,
  getHeader,
  type HeaderList,
  type OutsideCors,
  tabOwner,
} from '../cors/index.ts';
import type { ObservedEvent, ObservedStep, RequestSource } from './observed.ts';

/** The error of a request that Chrome blocked before it was sent. DevTools' Network panel calls it the same. */
export const BLOCKED_UNSENT = 'blocked:other';

/** One HAR entry: what DevTools tells of a request or preflight once it is over. Secrets are cut. */
export interface FinishedRequest {
  /** Given by this extension, since DevTools names none. The hops of one redirected request share it. */
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  /** DevTools' name for it: `fetch`, `xhr`, `script`, `preflight` and so on. */
  readonly resourceType: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly requestHeaders: HeaderList;
  /** 0 where no response came. */
  readonly status: number;
  readonly responseHeaders: HeaderList;
  /** Absolute; null where the request was not redirected. */
  readonly redirectUrl: string | null;
  readonly error: string | null;
  readonly location: CodeLocation | null;
  /** Left out where Chrome asked the server, as far as is known. */
  readonly earlierLoad?: EarlierLoad | undefined;
  /** Left out for a request that the CORS protocol is for. */
  readonly outside?: OutsideCors | undefined;
}

/** True for a CORS-preflight request. */
export function isPreflight({ resourceType }: Pick<FinishedRequest, 'resourceType'>): boolean {
  return resourceType === 'preflight';
}

/**
 * Turns a finished request into the steps that it went through. DevTools doesn't say when a request was sent, only that
 * it
 * was after its preflight, so the step of sending gets the time of the response.
 * @param pageOrigin the origin of the top-level page, for requests whose headers name no origin
 */
export function toEvents(
  finished: FinishedRequest,
  tabId: number,
  pageOrigin: string | null,
): readonly ObservedEvent[] {
  const { url, method, startedAt, endedAt, status } = finished;
  const source: RequestSource = {
    seenBy: 'devtools',
    requestId: finished.requestId,
    owner: tabOwner(tabId),
    frameId: -1,
    documentId: null,
    initiator: originOfFinished(finished, pageOrigin),
    resourceType: finished.resourceType,
  };
  const steps: ObservedStep[] = [{ phase: 'before-request', timeStamp: startedAt, url, method }];
  // A handshake was sent, though DevTools tells nothing of its answer.
  if (isPreflight(finished) || wasSent(finished) || finished.outside?.type === 'websocket') {
    const timeStamp = isPreflight(finished) ? startedAt : endedAt;
    const { requestHeaders } = finished;
    steps.push({ phase: 'before-send-headers', timeStamp, url, method, requestHeaders });
  }
  if (status > 0) {
    const response = { status, headerList: finished.responseHeaders };
    steps.push({ phase: 'headers-received', timeStamp: endedAt, url, method, response });
  }
  const error = reasonOf(finished, source.initiator);
  steps.push({ timeStamp: endedAt, url, method, ...lastPhase({ ...finished, error }) });
  return steps.map((step) => ({ source, step }));
}

/** Whether DevTools tells the headers that were sent. Of a script's call that Chrome answered from its cache it tells no origin. */
function wasSent({ status, earlierLoad, requestHeaders }: FinishedRequest): boolean {
  return status > 0 && (earlierLoad === undefined || getHeader(requestHeaders, 'Origin') !== null);
}

/** Recognises mixed content: DevTools doesn't say why a request was blocked, but an https page asked for http. */
function reasonOf({ error, url }: FinishedRequest, origin: string | null): string | null {
  const mixed = url.startsWith('http:') && origin?.startsWith('https:') === true;
  return error === BLOCKED_UNSENT && mixed ? 'blocked:mixed-content' : error;
}

function lastPhase({ error, redirectUrl }: FinishedRequest) {
  if (error !== null) return { phase: 'error', error } as const;
  return redirectUrl === null
    ? ({ phase: 'completed' } as const)
    : ({ phase: 'before-redirect', redirectUrl } as const);
}

/** Returns the origin that made the request: from its headers, else `pageOrigin`. */
export function originOfFinished(
  { requestHeaders }: FinishedRequest,
  pageOrigin: string | null,
): string | null {
  const origin = getHeader(requestHeaders, 'Origin');
  if (origin !== null) return origin;
  const referrer = getHeader(requestHeaders, 'Referer');
  return referrer !== null && URL.canParse(referrer) ? new URL(referrer).origin : pageOrigin;
}
