import type { HeaderList } from '../cors/index.ts';
import { keptHeaderList, keptUrl, type ObservedEvent, type ObservedStep } from '../exchange/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { browser } from './browser.ts';
import type { Page } from './stored.ts';

interface Details {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string | undefined;
  readonly initiator?: string | undefined;
  readonly type: string;
  readonly timeStamp: number;
  readonly url: string;
  readonly method: string;
}

/** Everything a page may fetch with CORS. Navigations and WebSockets never are. */
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
 * Hears every request of pages and to hosts that are granted; for others Chrome stays silent. To be called
 * synchronously when the worker starts. Without `extraHeaders` preflights would be invisible.
 * @param ownListener hears the extension's own requests, which are kept apart
 * @see https://developer.chrome.com/docs/extensions/reference/api/webRequest#life_cycle_footnote
 */
export function observeRequests(
  listener: (event: ObservedEvent) => void,
  ownListener: (event: ObservedEvent) => void,
): void {
  const { webRequest } = browser;
  const own = browser.runtime.getURL('').slice(0, -1);
  const report = (details: Details, step: ObservedStep) => {
    const hear = details.initiator === own ? ownListener : listener;
    hear({ source: toSource(details), step });
  };
  webRequest.onBeforeRequest.addListener((details) => {
    report(details, { phase: 'before-request', ...moment(details) });
    return undefined;
  }, FETCHES);
  webRequest.onBeforeSendHeaders.addListener(
    (details) => {
      const requestHeaders = toHeaderList(details.requestHeaders);
      report(details, { phase: 'before-send-headers', ...moment(details), requestHeaders });
      return undefined;
    },
    FETCHES,
    ['requestHeaders', 'extraHeaders'],
  );
  // What the server sent: declarativeNetRequest's changes show only in later events.
  webRequest.onHeadersReceived.addListener(
    (details) => {
      const response = { status: details.statusCode, headerList: toHeaderList(details.responseHeaders) };
      report(details, { phase: 'headers-received', ...moment(details), response });
      return undefined;
    },
    FETCHES,
    ['responseHeaders', 'extraHeaders'],
  );
  webRequest.onBeforeRedirect.addListener((details) => {
    const redirectUrl = keptUrl(withoutFragmentAndUserinfo(details.redirectUrl));
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

/**
 * Hears where a tab is about to go: earlier than `tabs.onUpdated`, which tells only once the new page is there.
 * @param listener gets the URL, and null once the navigation has come to its end
 */
export function observeNavigations(listener: (tabId: number, url: string | null) => void): void {
  const pages: chrome.webRequest.RequestFilter = { urls: ['<all_urls>'], types: ['main_frame'] };
  const { webRequest } = browser;
  webRequest.onBeforeRequest.addListener((details) => {
    if (details.documentLifecycle !== 'prerender') listener(details.tabId, details.url);
    return undefined;
  }, pages);
  webRequest.onCompleted.addListener(({ tabId }) => listener(tabId, null), pages);
  webRequest.onErrorOccurred.addListener(({ tabId }) => listener(tabId, null), pages);
}

/** Hears of each new top-level page of a tab, as its answer begins. */
export function observePages(listener: (tabId: number, page: Page) => void): void {
  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      // 204 and 205 leave the tab where it is, a redirect goes on, a prerendered page is not shown yet.
      const stays = details.statusCode === 204 || details.statusCode === 205;
      const goesOn = details.statusCode >= 300 && details.statusCode < 400;
      if (stays || goesOn || details.documentLifecycle === 'prerender') return undefined;
      const { tabId, url, timeStamp } = details;
      listener(tabId, { origin: new URL(url).origin, since: timeStamp, frameOrigins: [] });
      return undefined;
    },
    { urls: ['<all_urls>'], types: ['main_frame'] },
  );
}

/** Hears where the frames of a tab's page are about to go. */
export function observeFrames(listener: (tabId: number, url: string) => void): void {
  browser.webRequest.onBeforeRequest.addListener(
    ({ tabId, url }) => {
      listener(tabId, url);
      return undefined;
    },
    { urls: ['<all_urls>'], types: ['sub_frame'] },
  );
}

function toSource(details: Details): ObservedEvent['source'] {
  const { requestId, tabId, frameId, documentId = null, initiator = null, type } = details;
  return { witness: 'web-request', requestId, tabId, frameId, documentId, initiator, resourceType: type };
}

function moment({ timeStamp, url, method }: Details): { timeStamp: number; url: string; method: string } {
  return { timeStamp, url: keptUrl(withoutFragmentAndUserinfo(url)), method };
}

/** Secrets, and what is too long, are cut here, before anything is kept. A value that is no text comes as bytes, each one a character. */
function toHeaderList(headers: readonly chrome.webRequest.HttpHeader[] | undefined): HeaderList {
  const list = (headers ?? []).map(({ name, value, binaryValue }) => {
    return [name, value ?? fromBytes(binaryValue)] as const;
  });
  return redactHeaderList(keptHeaderList(list));
}

function fromBytes(bytes: chrome.webRequest.HttpHeader['binaryValue']): string {
  return Array.from(new Uint8Array(bytes ?? []), (byte) => String.fromCharCode(byte)).join('');
}
