import type { CodeLocation, HeaderList } from '../cors/index.ts';
import { BLOCKED_UNSENT, type UnnamedRequest } from '../exchange/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../report/index.ts';
import { browser } from './browser.ts';

/** The part of a HAR entry that is read; what begins with `_` is DevTools' own. */
interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: { readonly method: string; readonly url: string; readonly headers: readonly HarHeader[] };
  readonly response: {
    readonly status: number;
    readonly headers: readonly HarHeader[];
    readonly redirectURL: string;
    readonly _error?: string | null;
  };
  readonly _resourceType?: string;
  readonly _initiator?: {
    readonly stack?: CallStack;
    readonly url?: string;
    readonly lineNumber?: number;
  } | null;
}

interface HarHeader {
  readonly name: string;
  readonly value: string;
}

interface CallStack {
  readonly callFrames: readonly {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  }[];
  readonly parent?: CallStack;
}

/**
 * Hears every request of the inspected tab once it is over, for hosts that are not granted too; at first those that
 * were over before. Headers that hold secrets are cut.
 * @see https://developer.chrome.com/docs/extensions/reference/api/devtools/network
 */
export function observeFinishedRequests(listener: (request: UnnamedRequest) => void): void {
  const { network } = browser.devtools;
  const early = new Set<string>();
  let atFirst = true;
  const report = (entry: HarEntry) => {
    if (atFirst) early.add(keyOf(entry));
    const request = toUnnamedRequest(entry);
    if (request !== null) listener(request);
  };
  network.onRequestFinished.addListener((entry) => report(entry as unknown as HarEntry));
  network.getHAR((har) => {
    atFirst = false;
    for (const entry of (har as unknown as { entries?: readonly HarEntry[] }).entries ?? []) {
      if (!early.has(keyOf(entry))) report(entry);
    }
  });
}

/** Hears the URL of each new top-level page of the inspected tab. */
export function onInspectedNavigated(listener: (url: string) => void): void {
  browser.devtools.network.onNavigated.addListener(listener);
}

function keyOf({ startedDateTime, time, request }: HarEntry): string {
  return `${startedDateTime} ${time} ${request.method} ${request.url}`;
}

function toUnnamedRequest(entry: HarEntry): UnnamedRequest | null {
  const { request, response } = entry;
  if (!/^https?:/.test(request.url)) return null;
  const startedAt = Date.parse(entry.startedDateTime);
  const url = withoutFragmentAndUserinfo(request.url);
  const redirect = response.redirectURL === '' ? null : URL.parse(response.redirectURL, request.url);
  return {
    url,
    method: request.method,
    resourceType: entry._resourceType ?? 'other',
    startedAt,
    endedAt: startedAt + Math.max(0, entry.time),
    requestHeaders: toHeaderList(request.headers),
    status: response.status,
    responseHeaders: toHeaderList(response.headers),
    redirectUrl: redirect === null ? null : withoutFragmentAndUserinfo(redirect.href),
    // Empty where Chrome itself blocked the request: there was no network to give an error.
    error: response._error === '' ? BLOCKED_UNSENT : (response._error ?? null),
    location: toLocation(entry._initiator ?? null),
  };
}

/** DevTools joins the values of a repeated header with a line feed. */
function toHeaderList(headers: readonly HarHeader[]): HeaderList {
  return redactHeaderList(
    headers.flatMap(({ name, value }) => value.split('\n').map((line) => [name, line] as const)),
  );
}

/** The innermost frame with a URL; an asynchronous call's own stack may have none. */
function toLocation(initiator: HarEntry['_initiator']): CodeLocation | null {
  for (let stack = initiator?.stack; stack !== undefined; stack = stack.parent) {
    const frame = stack.callFrames.find(({ url }) => url !== '');
    if (frame === undefined) continue;
    const { url, lineNumber, columnNumber, functionName } = frame;
    return { url, line: lineNumber + 1, column: columnNumber + 1, functionName };
  }
  return null;
}
