import { type HeaderList, originOf } from '../cors/index.ts';
import { type ObservedEvent, type ObservedStep, truncateHeaderList, truncateUrl } from '../observe/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { browser } from './browser.ts';
import { ownBrowser } from './own-browser.ts';
import { ownerOf } from './owner.ts';

interface Details {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string | undefined;
  /** Chrome's: a serialized origin. */
  readonly initiator?: string | undefined;
  /** Firefox's: the URL of the document or worker. */
  readonly originUrl?: string | undefined;
  readonly type: string;
  readonly timeStamp: number;
  readonly url: string;
  readonly method: string;
}

/** The types of requests that may use CORS. Navigations and WebSockets never do. */
const FETCH_TYPES: `${chrome.webRequest.ResourceType}`[] = [
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'media',
  'other',
];

const FETCHES: chrome.webRequest.RequestFilter = { urls: ['<all_urls>'], types: FETCH_TYPES };

/**
 * Calls back for each step of each request whose page and target host are granted. Chrome doesn't report other requests.
 * Call it synchronously when the worker starts. Without `extraHeaders` Chrome wouldn't report preflights.
 * @param ownListener gets the steps of the extension's own requests; `listener` doesn't
 * @see https://developer.chrome.com/docs/extensions/reference/api/webRequest#life_cycle_footnote
 */
export function observeRequests(
  listener: (event: ObservedEvent) => void,
  ownListener: (event: ObservedEvent) => void,
): void {
  const { webRequest } = browser;
  const own = browser.runtime.getURL('');
  const report = (details: Details, step: ObservedStep) => {
    const { initiator, originUrl = `${initiator}/` } = details;
    const hear = originUrl.startsWith(own) ? ownListener : listener;
    hear({ source: toSource(details), step });
  };
  const { extraInfo, sendHeadersPhase } = ownBrowser;
  webRequest.onBeforeRequest.addListener((details) => {
    report(details, { phase: 'before-request', ...moment(details) });
    return undefined;
  }, FETCHES);
  webRequest.onBeforeSendHeaders.addListener(
    (details) => {
      const requestHeaders = toHeaderList(details.requestHeaders);
      report(details, { phase: sendHeadersPhase, ...moment(details), requestHeaders });
      return undefined;
    },
    FETCHES,
    ['requestHeaders', ...extraInfo],
  );
  // These headers are the server's. Changes by declarativeNetRequest show only in later events.
  webRequest.onHeadersReceived.addListener(
    (details) => {
      const response = { status: details.statusCode, headerList: toHeaderList(details.responseHeaders) };
      report(details, { phase: 'headers-received', ...moment(details), response });
      return undefined;
    },
    FETCHES,
    ['responseHeaders', ...extraInfo],
  );
  webRequest.onBeforeRedirect.addListener((details) => {
    const redirectUrl = truncateUrl(withoutFragmentAndUserinfo(details.redirectUrl));
    report(details, { phase: 'before-redirect', ...moment(details), redirectUrl });
  }, FETCHES);
  webRequest.onResponseStarted.addListener((details) => {
    report(details, { phase: 'response-started', ...moment(details) });
  }, FETCHES);
  webRequest.onCompleted.addListener((details) => {
    report(details, { phase: 'completed', ...moment(details) });
  }, FETCHES);
  webRequest.onErrorOccurred.addListener((details) => {
    report(details, { phase: 'error', ...moment(details), error: details.error });
  }, FETCHES);
}

/** The types of requests that load a page or frame. Requests of `<object>` and `<embed>` may load something else. */
const DOCUMENT_TYPES: `${chrome.webRequest.ResourceType}`[] = ['main_frame', 'sub_frame'];

/** Calls back with each URL that a frame navigates to, redirects included. */
export function observeDestinations(listener: (tabId: number, frameId: number, url: string) => void): void {
  browser.webRequest.onBeforeRequest.addListener(
    ({ tabId, frameId, url }) => {
      listener(tabId, frameId, url);
      return undefined;
    },
    { urls: ['<all_urls>'], types: DOCUMENT_TYPES },
  );
}

/** Calls back with the origin of each answer that may become a tab's page. @param listener `at` is in ms since the epoch */
export function observePageAnswers(listener: (tabId: number, origin: string, at: number) => void): void {
  browser.webRequest.onHeadersReceived.addListener(
    ({ tabId, frameId, statusCode, url, timeStamp }) => {
      const goesOn = statusCode >= 300 && statusCode < 400;
      // A prerendered page's frame has another id.
      if (frameId === 0 && !goesOn) listener(tabId, new URL(url).origin, timeStamp);
      return undefined;
    },
    { urls: ['<all_urls>'], types: ['main_frame'] },
  );
}

function toSource(details: Details): ObservedEvent['source'] {
  const { requestId, tabId, frameId, documentId = null, originUrl, type } = details;
  const { initiator = originUrl === undefined ? null : originOf(originUrl) } = details;
  const owner = ownerOf(tabId);
  return { seenBy: 'webRequest', requestId, owner, frameId, documentId, initiator, resourceType: type };
}

function moment({ timeStamp, url, method }: Details): { timeStamp: number; url: string; method: string } {
  return { timeStamp, url: truncateUrl(withoutFragmentAndUserinfo(url)), method };
}

/** Redacts secrets and truncates long values before anything is kept. A value that isn't UTF-8 comes as bytes; each becomes a character. */
function toHeaderList(headers: readonly chrome.webRequest.HttpHeader[] | undefined): HeaderList {
  const list = (headers ?? []).map(({ name, value, binaryValue }) => {
    return [name, value ?? fromBytes(binaryValue)] as const;
  });
  return redactHeaderList(truncateHeaderList(list));
}

function fromBytes(bytes: chrome.webRequest.HttpHeader['binaryValue']): string {
  return Array.from(new Uint8Array(bytes ?? []), (byte) => String.fromCharCode(byte)).join('');
}
