import type { CodeLocation, HeaderList } from '../cors/index.ts';
import { BLOCKED_UNSENT, keptHeaderList, keptUrl, saysWhy, type UnnamedRequest } from '../exchange/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { browser } from './browser.ts';

/** How long an answer that DevTools has not told of yet is waited for, in ms. */
const LATE_ANSWER = 200;

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
  const tell = (entry: HarEntry) => {
    const request = toUnnamedRequest(entry);
    if (request !== null) listener(request);
  };
  let unanswered: readonly HarEntry[] = [];
  let pause = LATE_ANSWER;
  const lookAgain = async () => {
    const waiting = unanswered;
    const started = performance.now();
    const entries = await allEntries();
    // The list is of all that DevTools knows: where it is long, it must not take up all of DevTools' time.
    pause = Math.max(LATE_ANSWER, 4 * (performance.now() - started));
    unanswered = unanswered.slice(waiting.length);
    for (const entry of waiting) tell(entries.findLast((one) => isSame(one, entry)) ?? entry);
    if (unanswered.length > 0) lookLater();
  };
  const lookLater = () => setTimeout(() => void lookAgain(), pause);
  network.onRequestFinished.addListener((finished) => {
    const entry = finished as unknown as HarEntry;
    if (atFirst) early.add(keyOf(entry));
    // The request that a preflight without an answer was for waits with it: alone, nobody could say why it failed.
    const waits =
      isVague(entry) && (wasSent(entry) || unanswered.some((one) => one.request.url === entry.request.url));
    if (!waits) {
      tell(entry);
      return;
    }
    if (unanswered.length === 0) lookLater();
    unanswered = [...unanswered, entry];
  });
  void allEntries().then((entries) => {
    atFirst = false;
    for (const entry of entries) if (!early.has(keyOf(entry))) tell(entry);
  });
}

function allEntries(): Promise<readonly HarEntry[]> {
  return new Promise((resolve) => {
    browser.devtools.network.getHAR((har) =>
      resolve((har as unknown as { entries?: HarEntry[] }).entries ?? []),
    );
  });
}

/**
 * Whether this has no answer, and an error that says nothing. If it was sent all the same, what came back reaches
 * DevTools by another way than the end does, and sometimes later: into DevTools' own list, not into the entry told.
 */
function isVague({ response: { status, _error: error } }: HarEntry): boolean {
  return status === 0 && typeof error === 'string' && error !== '' && !saysWhy(error);
}

function wasSent({ request }: HarEntry): boolean {
  return request.headers.some(({ name }) => name.toLowerCase() === 'sec-fetch-mode');
}

function isSame(one: HarEntry, other: HarEntry): boolean {
  const [mine, its] = [one.request, other.request];
  return one.startedDateTime === other.startedDateTime && mine.method === its.method && mine.url === its.url;
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
  const url = keptUrl(withoutFragmentAndUserinfo(request.url));
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
    redirectUrl: redirect === null ? null : keptUrl(withoutFragmentAndUserinfo(redirect.href)),
    // Empty where Chrome itself blocked the request: there was no network to give an error.
    error: response._error === '' ? BLOCKED_UNSENT : (response._error ?? null),
    location: toLocation(entry._initiator ?? null),
  };
}

/** DevTools joins the values of a repeated header with a line feed. */
function toHeaderList(headers: readonly HarHeader[]): HeaderList {
  const list = headers.flatMap(({ name, value }) => value.split('\n').map((line) => [name, line] as const));
  return redactHeaderList(keptHeaderList(list));
}

/** The innermost frame with a URL; an asynchronous call's own stack may have none. */
function toLocation(initiator: HarEntry['_initiator']): CodeLocation | null {
  for (let stack = initiator?.stack; stack !== undefined; stack = stack.parent) {
    const frame = stack.callFrames.find(({ url }) => url !== '');
    if (frame === undefined) continue;
    const { url, lineNumber, columnNumber, functionName } = frame;
    const place = { line: lineNumber + 1, column: columnNumber + 1, functionName };
    return { url: keptUrl(withoutFragmentAndUserinfo(url)), ...place };
  }
  return null;
}
