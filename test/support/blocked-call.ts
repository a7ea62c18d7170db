import type { FakeBrowser, RequestDetails } from './fake-browser.ts';

/** A simple GET that the server answers without a word about CORS, as Chromium tells of it. */
export function makeBlockedCall(fake: FakeBrowser, tabId: number, requestId: string, url: string): void {
  const details = startCall(fake, tabId, requestId, url);
  const { webRequest } = fake;
  webRequest.onHeadersReceived.fire({ ...details, statusCode: 200, responseHeaders: [] });
  webRequest.onErrorOccurred.fire({ ...details, error: 'net::ERR_FAILED' });
}

/** A simple GET that the server has not answered yet. @returns what each event tells of it */
export function startCall(fake: FakeBrowser, tabId: number, requestId: string, url: string): RequestDetails {
  const details = detailsOf(fake, tabId, requestId, url);
  const { webRequest } = fake;
  webRequest.onBeforeRequest.fire(details);
  webRequest.onBeforeSendHeaders.fire({
    ...details,
    requestHeaders: [{ name: 'Origin', value: new URL(fake.tab(tabId).url).origin }],
  });
  return details;
}

/** What each event tells of a GET of the tab's page that begins now. */
export function detailsOf(fake: FakeBrowser, tabId: number, requestId: string, url: string): RequestDetails {
  return {
    requestId,
    url,
    method: 'GET',
    tabId,
    frameId: 0,
    documentId: 'DOCUMENT',
    documentLifecycle: 'active',
    initiator: new URL(fake.tab(tabId).url).origin,
    type: 'xmlhttprequest',
    timeStamp: Date.now(),
  };
}
