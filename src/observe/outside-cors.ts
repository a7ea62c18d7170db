import { isRedirectStatus, type OutsideCors, originOf } from '../cors/index.ts';
import type { HarEntry } from './har-shape.ts';
import { isSpecific } from './net-error.ts';
import { httpUrl, isWorthReading } from './worth-reading.ts';

/** A WebSocket that is closed within this time, in ms, before a message came, was most likely turned away. */
const TURNED_AWAY_MS = 1_000;

/**
 * Returns what a request is, where CORS decides nothing about it and people take for CORS what came of it. Null for any
 * other: an image, script or style that came as it should is none, nor is a call with nothing to read in its answer.
 */
export function outsideOf(entry: HarEntry): OutsideCors | null {
  switch (schemeOf(entry.request.url)) {
    case 'http':
    case 'https':
      return ofHttp(entry);
    case 'ws':
    case 'wss':
      return ofWebSocket(entry);
    case 'file':
      return isStopped(entry) ? { type: 'local-url' } : null;
  }
  return null;
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':'));
}

/** A missing file has an error that says so. */
function isStopped({ response: { _error: error } }: HarEntry): boolean {
  return typeof error === 'string' && (error === '' || !isSpecific(error));
}

function ofHttp(entry: HarEntry): OutsideCors | null {
  const { response, _resourceType: type } = entry;
  const error = decisiveError(entry);
  const mode = headerOf(entry, 'Sec-Fetch-Mode');
  if (isKeptOutOfPage(entry)) return { type: 'embedded' };
  if (type === 'preflight' || type === 'document') return null;
  if (response._fetchedViaServiceWorker === true && mode !== 'no-cors' && error !== null && isStopped(entry))
    return { type: 'service-worker', from: response._serviceWorkerResponseSource ?? null };
  if (response._fetchedViaServiceWorker === true && error === null) return null;
  if (mode === 'cors' || type === 'xhr' || type === 'eventsource') return null;
  const isCall = type === 'fetch';
  if (error !== null) {
    const concerns = isCall ? isOfCall(entry, mode) && !IGNORED.test(error) : BY_POLICY.test(error);
    return concerns ? { type: 'no-cors' } : null;
  }
  return isCall && isOfCall(entry, mode) && keepsSomethingBack(entry) ? { type: 'no-cors' } : null;
}

/**
 * Returns the error that decided what became of a request. DevTools says ERR_ABORTED also of an answer that came through,
 * and whose body the script didn't read. What CORS blocks has another error.
 */
export function decisiveError({ response: { status, _error: error = null } }: HarEntry): string | null {
  return error === 'net::ERR_ABORTED' && status > 0 ? null : error;
}

/** The bare error of a frame's document and of a worker. Of what elements load it names the reason. */
const KEPT_OUT = 'net::ERR_BLOCKED_BY_RESPONSE';
/** The document itself doesn't want to be in a frame, which has the same error. */
const FRAMING_HEADERS: readonly [name: string, refuses: RegExp][] = [
  ['X-Frame-Options', /./],
  ['Content-Security-Policy', /\bframe-ancestors\b/i],
];

/** Whether a page's embedder policy keeps out the document of a frame, or a worker. Measured in Chromium 156. */
function isKeptOutOfPage({
  request,
  response,
  _resourceType: type,
  _initiator: initiator,
}: HarEntry): boolean {
  if (response._error !== KEPT_OUT || response.status === 0) return false;
  const header = (list: HarEntry['request']['headers'], name: string) =>
    list.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value ?? '';
  const destination = header(request.headers, 'Sec-Fetch-Dest');
  if (type !== 'document') return /^(?:shared)?worker$/.test(destination);
  if (FRAMING_HEADERS.some(([name, refuses]) => refuses.test(header(response.headers, name)))) return false;
  // Chrome names no destination to hosts that aren't trustworthy. The page itself is mostly asked for by nobody's code.
  const byPage = typeof initiator === 'object' && /^(?:parser|script)$/.test(initiator?.type ?? '');
  return destination === '' ? byPage : destination !== 'document';
}

/** Chrome itself keeps an answer from an element of the page, or doesn't send its request: that has an empty error. */
const BY_POLICY = /^(?:$|net::ERR_BLOCKED_BY_(?:ORB|RESPONSE\.))/;
/** The page gave up the call, or a blocker of advertisements did its work. */
const IGNORED = /^net::ERR_(?:ABORTED|BLOCKED_BY_CLIENT)/;

/** Whether a script made a cross-origin call in mode `no-cors`. A service worker asks again for the page's elements, too. */
function isOfCall(entry: HarEntry, mode: string | null): boolean {
  const { url, method } = entry.request;
  if (mode !== null)
    return (
      mode === 'no-cors' &&
      ['empty', null].includes(headerOf(entry, 'Sec-Fetch-Dest')) &&
      !['same-origin', 'none'].includes(headerOf(entry, 'Sec-Fetch-Site') ?? '')
    );
  // Of a request that wasn't sent nothing tells the mode.
  if (entry.response.status === 0) return false;
  const referrer = headerOf(entry, 'Referer');
  if (referrer === null || originOf(referrer) === originOf(url)) return false;
  // Where Chrome empties an opaque answer, DevTools is told of its status alone.
  if (entry.response.headers.length === 0) return true;
  // Chrome names the mode to trustworthy hosts alone. In CORS mode a GET to another origin carries its own.
  return /^(?:GET|HEAD)$/.test(method) && headerOf(entry, 'Origin') === null;
}

/** What only counts a visit is answered by nothing, or by a pixel. */
function keepsSomethingBack({ response }: HarEntry): boolean {
  const { status, headers, content, _error: error } = response;
  if (status === 0 || isRedirectStatus(status)) return false;
  // The size of an answer isn't known if the script didn't read it, or if Chrome emptied it along with its headers.
  const isSizeKnown = error === null && headers.length > 0;
  if (isSizeKnown && content?.size === 0 && status < 400) return false;
  return isWorthReading(
    status,
    headers.map(({ name, value }) => [name, value]),
  );
}

/** Chrome's word for a WebSocket that the page itself gave up. */
const GIVEN_UP = 'WebSocket is closed before the connection is established.';

function ofWebSocket({ request, response, time, _webSocketMessages }: HarEntry): OutsideCors | null {
  const messages = _webSocketMessages ?? [];
  const received = messages.filter(({ type }) => type === 'receive').length;
  const outside: OutsideCors = { type: 'websocket', received };
  if (response.status === 0) {
    const failed = messages.some(({ type, data }) => type === 'error' && data !== GIVEN_UP);
    return failed ? outside : null;
  }
  if (response.status !== 101) return outside;
  const origin = request.headers.find(({ name }) => name.toLowerCase() === 'origin')?.value ?? null;
  const isForeign = origin !== null && origin !== originOf(httpUrl(request.url));
  return isForeign && received === 0 && time < TURNED_AWAY_MS ? outside : null;
}

function headerOf({ request }: HarEntry, name: string): string | null {
  return request.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value ?? null;
}
