import type { CodeLocation, HeaderList } from '../cors/index.ts';
import type { FinishedRequest } from '../exchange/index.ts';

/** Reads one finished request from a message that may be anything; null when it is none. */
export function parseFinishedRequest(value: unknown): FinishedRequest | null {
  if (!isRecord(value)) return null;
  const { requestId, url, method, resourceType, startedAt, endedAt, status } = value;
  const { redirectUrl, error, requestHeaders, responseHeaders, location } = value;
  if (!isText(requestId) || requestId === '' || !isFetchable(url) || !isText(method) || !isText(resourceType))
    return null;
  if (!isTime(startedAt) || !isTime(endedAt) || !isTime(status)) return null;
  if ((redirectUrl !== null && !isUrl(redirectUrl)) || !isTextOrNull(error)) return null;
  if (!isHeaderList(requestHeaders) || !isHeaderList(responseHeaders)) return null;
  if (location !== null && !isLocation(location)) return null;
  return {
    requestId,
    url,
    method,
    resourceType,
    startedAt,
    endedAt,
    requestHeaders,
    status,
    responseHeaders,
    redirectUrl,
    error,
    location,
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is a number of milliseconds, or a status. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Whether it's a URL, be it one that only a browser's own page has. */
export function isUrl(value: unknown): value is string {
  return isText(value) && URL.canParse(value);
}

function isFetchable(value: unknown): value is string {
  return isUrl(value) && /^https?:/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isHeaderList(value: unknown): value is HeaderList {
  return (
    Array.isArray(value) &&
    value.every((header) => Array.isArray(header) && header.length === 2 && header.every(isText))
  );
}

function isLocation(value: unknown): value is CodeLocation {
  return (
    isRecord(value) &&
    isText(value.url) &&
    isTime(value.line) &&
    isTime(value.column) &&
    isText(value.functionName)
  );
}
