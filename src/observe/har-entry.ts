import {
  type CodeLocation,
  type HeaderList,
  isRedirectStatus,
  type ViolatedDirective,
} from '../cors/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { BLOCKED_UNSENT } from './finished-request.ts';
import type { HarEntry, HarResponse } from './har-shape.ts';
import { decisiveError, outsideOf } from './outside-cors.ts';
import type { UnnamedRequest } from './redirect-chains.ts';
import { truncateHeaderList, truncateUrl } from './truncate.ts';

/** Reads the request of a HAR entry, and cuts secrets from its headers. Returns null unless it is of http or https. */
export function toUnnamedRequest(entry: HarEntry): UnnamedRequest | null {
  return /^https?:/.test(entry.request.url) ? toRequest(entry) : null;
}

/** Reads the request of a HAR entry that CORS decides nothing about, if people take for CORS what came of it; else null. */
export function toOutsideRequest(entry: HarEntry): UnnamedRequest | null {
  const outside = outsideOf(entry);
  if (outside === null) return null;
  const request = toRequest(entry);
  // Of a handshake that failed DevTools names no end.
  const endedAt = outside.type === 'websocket' && request.status === 0 ? request.startedAt : request.endedAt;
  return { ...request, outside, endedAt };
}

/** Reads a request whose element has an `integrity` attribute that Chrome couldn't check; null unless it is of http or https. */
export function toUncheckedRequest(entry: HarEntry): UnnamedRequest | null {
  const request = toUnnamedRequest(entry);
  return request === null ? null : { ...request, outside: { type: 'integrity' } };
}

/** Reads a request that Chrome didn't send, with the directive that it violates; null unless it is of http or https. */
export function toForbiddenRequest(entry: HarEntry, violated: ViolatedDirective): UnnamedRequest | null {
  const request = toUnnamedRequest(entry);
  return request === null ? null : { ...request, outside: { type: 'content-security-policy', violated } };
}

function toRequest(entry: HarEntry): UnnamedRequest {
  const { request, response } = entry;
  const error = decisiveError(entry);
  const startedAt = Date.parse(entry.startedDateTime);
  const url = truncateUrl(withoutFragmentAndUserinfo(request.url));
  return {
    url,
    method: request.method,
    resourceType: entry._resourceType ?? 'other',
    startedAt,
    endedAt: startedAt + Math.max(0, entry.time),
    requestHeaders: toHeaderList(request.headers),
    status: response.status,
    responseHeaders: toHeaderList(response.headers),
    redirectUrl: toRedirectUrl(response, request.url),
    // Chrome itself blocked the request, so there is no network error.
    error: error === '' ? BLOCKED_UNSENT : error,
    location: toLocation(entry._initiator ?? null),
  };
}

/** HAR's `redirectURL` is the `Location` of any answer, that of a 201 too. Only a redirect status redirects. */
function toRedirectUrl({ status, redirectURL }: HarResponse, base: string): string | null {
  const url = isRedirectStatus(status) && redirectURL !== '' ? URL.parse(redirectURL, base) : null;
  return url === null ? null : truncateUrl(withoutFragmentAndUserinfo(url.href));
}

/** Splits repeated headers: DevTools joins their values with a line feed. */
function toHeaderList(headers: HarEntry['request']['headers']): HeaderList {
  const list = headers.flatMap(({ name, value }) => value.split('\n').map((line) => [name, line] as const));
  return redactHeaderList(truncateHeaderList(list));
}

/**
 * Returns the innermost frame with a URL. An asynchronous call's own stack may have none, so its parents are searched.
 */
function toLocation(initiator: HarEntry['_initiator']): CodeLocation | null {
  const innermost = typeof initiator === 'object' ? initiator?.stack : undefined;
  for (let stack = innermost; stack !== undefined; stack = stack.parent) {
    const frame = stack.callFrames.find(({ url }) => url !== '');
    if (frame === undefined) continue;
    const { url, lineNumber, columnNumber, functionName } = frame;
    const place = { line: lineNumber + 1, column: columnNumber + 1, functionName };
    return { url: truncateUrl(withoutFragmentAndUserinfo(url)), ...place };
  }
  return null;
}
