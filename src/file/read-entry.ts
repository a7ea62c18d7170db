import { type HarEntry, resourceTypeOf } from '../observe/index.ts';

/** What a file has at one place: anything. */
type Json = unknown;

/** One entry of a HAR file, checked: whoever wrote the file, what is read of it has the right type. */
export interface FileEntry {
  readonly entry: HarEntry;
  /** True if the recorder names the type of each request, as Chrome does; mitmproxy names it of WebSockets alone. */
  readonly namesType: boolean;
  /** False where the file has no response at all, not even an empty one: it isn't known whether the request was sent. */
  readonly wasSent: boolean;
}

/** A method as HTTP has it. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[!#$%&'*+\-.^_`|~\w]{1,100}$/;
/** What HTTP/2 puts among the headers, and begins with a colon, is none. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~\w]{1,200}$/;
/** All but the tab, and the line feed that stands between values of one name. */
const CONTROL = /[^\P{Cc}\t\n]/gu;

/**
 * Reads an entry of a HAR file. What is missing or of another type is left out. A request without a method is a `GET`:
 * Safari names none of what it has in memory.
 * @returns null where its method is none, or it has no URL that can be read
 * @see http://www.softwareishard.com/blog/har-12-spec
 */
export function readEntry(value: Json): FileEntry | null {
  const entry = record(value);
  const request = record(entry.request);
  const response = record(entry.response);
  const url = URL.parse(text(request.url))?.href;
  const method = text(request.method) || 'GET';
  if (url === undefined || !isToken(method)) return null;
  const headers = headersOf(request.headers);
  const error = errorOf(response);
  const named = text(entry._resourceType);
  const status = statusOf(response.status);
  const type = named || resourceTypeOf(method, headers, status);
  const pageref = text(entry.pageref);
  return {
    entry: {
      ...(pageref === '' ? {} : { pageref }),
      startedDateTime: text(entry.startedDateTime),
      time: typeof entry.time === 'number' && Number.isFinite(entry.time) ? entry.time : 0,
      _resourceType: type,
      _initiator: initiatorOf(entry._initiator),
      request: { method, url: type === 'websocket' ? handshakeUrl(url, status) : url, headers },
      response: {
        status,
        headers: headersOf(response.headers),
        redirectURL: text(response.redirectURL),
        ...(error === null ? {} : { _error: error }),
        ...answererOf(response),
      },
      _webSocketMessages: messagesOf(entry._webSocketMessages),
    },
    namesType: named !== '' && named !== 'websocket',
    wasSent: typeof entry.response === 'object' && entry.response !== null,
  };
}

/** Chrome's error, or Playwright's. @see https://playwright.dev/docs/api/class-browser#browser-new-context-option-record-har */
function errorOf(response: Readonly<Record<string, Json>>): string | null {
  const error = response._error ?? response._failureText;
  return typeof error === 'string' ? withoutControls(error).slice(0, 200) : null;
}

/** What tells whether there was something to read, and whether the page's service worker sent it. */
function answererOf(response: Readonly<Record<string, Json>>): Partial<HarEntry['response']> {
  const { size } = record(response.content);
  const source = text(response._serviceWorkerResponseSource);
  return {
    ...(typeof size === 'number' ? { content: { size } } : {}),
    ...(response._fetchedViaServiceWorker === true ? { _fetchedViaServiceWorker: true } : {}),
    ...(source === '' ? {} : { _serviceWorkerResponseSource: source.slice(0, 100) }),
  };
}

/** What a WebSocket carried, but for the content: that is nobody's business. */
function messagesOf(value: Json): HarEntry['_webSocketMessages'] {
  if (!Array.isArray(value)) return undefined;
  return value.map((one: Json) => {
    const { type, data } = record(one);
    return { type: text(type), data: type === 'error' ? withoutControls(text(data)).slice(0, 200) : '' };
  });
}

/** Recorders mark a request without an answer by 0 or -1. */
function statusOf(value: Json): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 999 ? value : 0;
}

/**
 * The URL of a WebSocket that a server turned away: proxies give that of its handshake, which is of http. Of one that was
 * opened they don't say how long it was open, so that it can't be said to have been closed at once.
 */
function handshakeUrl(url: string, status: number): string {
  return status >= 200 ? url.replace(/^http/, 'ws') : url;
}

function headersOf(value: Json): HarEntry['request']['headers'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: Json) => {
    const { name, value: values } = record(one);
    // Polly.JS gives repeated headers as a list, Chrome as lines.
    const content = Array.isArray(values)
      ? values.filter((line) => typeof line === 'string').join('\n')
      : values;
    if (typeof name !== 'string' || typeof content !== 'string' || !isHeaderName(name)) return [];
    return [{ name, value: withoutControls(content) }];
  });
}

function initiatorOf(value: Json): HarEntry['_initiator'] {
  const frames: { url: string; lineNumber: number; columnNumber: number; functionName: string }[] = [];
  let stack = record(record(value).stack);
  for (let depth = 0; depth < MAX_STACKS && frames.length === 0; depth++) {
    for (const one of Array.isArray(stack.callFrames) ? stack.callFrames : []) {
      const frame = record(one);
      const { lineNumber, columnNumber } = frame;
      if (typeof lineNumber !== 'number' || typeof columnNumber !== 'number' || text(frame.url) === '')
        continue;
      frames.push({ url: text(frame.url), lineNumber, columnNumber, functionName: text(frame.functionName) });
    }
    stack = record(stack.parent);
  }
  if (frames.length === 0) return null;
  return { type: 'script', stack: { callFrames: frames.map((frame) => ({ scriptId: '', ...frame })) } };
}

/** How far back the stack of an asynchronous call is followed. */
const MAX_STACKS = 50;

export function isToken(value: string): boolean {
  return TOKEN.test(value);
}

export function isHeaderName(value: string): boolean {
  return HEADER_NAME.test(value);
}

/** No header that came over the network has control characters. */
export function withoutControls(value: string): string {
  return value.replace(CONTROL, ' ');
}

/** Null where a text is no JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** An object's members; none where it is no object. */
export function record(value: Json): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** '' where it is no text. */
export function text(value: Json): string {
  return typeof value === 'string' ? value : '';
}
