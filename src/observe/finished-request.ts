import { type CodeLocation, getHeader, type HeaderList, tabOwner } from '../cors/index.ts';
import type { ObservedEvent, ObservedStep, RequestSource } from './observed.ts';

/** The error of a request that Chrome blocked before it was sent, in the words of DevTools' Network panel. */
export const BLOCKED_UNSENT = 'blocked:other';

/** What DevTools tells of a request, or a preflight, once it is over: one HAR entry, secrets cut. */
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
  /** 0 where no answer came. */
  readonly status: number;
  readonly responseHeaders: HeaderList;
  /** Absolute; null where the request was not redirected. */
  readonly redirectUrl: string | null;
  readonly error: string | null;
  readonly location: CodeLocation | null;
}

/** Whether `finished` is a CORS-preflight request. */
export function isPreflight({ resourceType }: FinishedRequest): boolean {
  return resourceType === 'preflight';
}

/**
 * The steps that `finished` went through. A request is taken to be sent when its answer came: when exactly is not
 * told, only that it was after its preflight.
 * @param pageOrigin the origin of the top-level page, for requests that say nothing of theirs
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
  if (isPreflight(finished) || status > 0) {
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

/** Why a blocked request was blocked is not told; http asked for by https gives it away. */
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

/** The origin that made the request, as far as its headers tell; `pageOrigin` else. */
export function originOfFinished(
  { requestHeaders }: FinishedRequest,
  pageOrigin: string | null,
): string | null {
  const origin = getHeader(requestHeaders, 'Origin');
  if (origin !== null) return origin;
  const referrer = getHeader(requestHeaders, 'Referer');
  return referrer !== null && URL.canParse(referrer) ? new URL(referrer).origin : pageOrigin;
}
