import { type Outcome, originOf } from '../cors/index.ts';
import { type FinishedRequest, originOfFinished, toEvents } from './finished-request.ts';
import { addStep, type ObservedRequest } from './observed.ts';
import { chainOf } from './observed-chain.ts';
import type { RequestRecord } from './record.ts';
import { httpUrl, isWorthReading } from './worth-reading.ts';

/**
 * Makes the record of a request that CORS decides nothing about. It goes past the ledger, since it has no preflight.
 * @param pageOrigin the origin of the top-level page, for requests whose headers name no origin
 * @returns null for any other request, and for one that turns out to be as it should
 */
export function toOutsideRecord(
  finished: FinishedRequest,
  tabId: number,
  pageOrigin: string | null,
): RequestRecord | null {
  const { outside, location, url, error, status, responseHeaders } = finished;
  if (outside === undefined) return null;
  const isOwn = originOfFinished(finished, pageOrigin) === originOf(httpUrl(url));
  const answered = error === null && outside.type === 'no-cors';
  if (answered && (isOwn || !isWorthReading(status, responseHeaders))) return null;
  // A dev server that starts anew is away for a while, and its page knows.
  if (outside.type === 'websocket' && isOwn && status === 0) return null;
  let request: ObservedRequest | undefined;
  for (const event of toEvents(finished, tabId, pageOrigin)) request = addStep(request, event);
  if (request === undefined) return null;
  const note = { location, error: null, resourceType: null, outside };
  return { request, preflights: [], overridden: false, note };
}

/**
 * Adds what webRequest saw of the same request, and DevTools didn't tell: headers, the answer to a handshake.
 * @param namesErrors whether DevTools names errors; if not, one without an answer may not have failed at all
 */
export function withSeen(
  finished: FinishedRequest,
  seen: ObservedRequest | null,
  namesErrors: boolean,
): FinishedRequest {
  if (seen === null) return finished;
  const { hops, outcome } = chainOf(seen);
  const hop = hops.find(({ url }) => url === finished.url);
  if (hop === undefined) return finished;
  const { response, requestHeaders } = hop;
  return {
    ...finished,
    requestHeaders: requestHeaders ?? finished.requestHeaders,
    status: finished.status === 0 ? (response?.status ?? 0) : finished.status,
    responseHeaders:
      finished.responseHeaders.length === 0 ? (response?.headerList ?? []) : finished.responseHeaders,
    error: errorOf(finished, outcome, namesErrors),
  };
}

function errorOf(finished: FinishedRequest, outcome: Outcome, namesErrors: boolean): string | null {
  const isUntold = !namesErrors && finished.status === 0;
  if (outcome.type === 'error')
    return isUntold || finished.outside?.type === 'websocket' ? outcome.error : finished.error;
  return isUntold && outcome.type === 'completed' ? null : finished.error;
}
