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
  const timeStamp = Date.now();
  const initiator = new URL(fake.tab(tabId).url).origin;
  const details: RequestDetails = {
    requestId,
    url,
    method: 'GET',
    tabId,
    frameId: 0,
    documentId: 'DOCUMENT',
    documentLifecycle: 'active',
    initiator,
    type: 'xmlhttprequest',
    timeStamp,
  };
  const { webRequest } = fake;
  webRequest.onBeforeRequest.fire(details);
  webRequest.onBeforeSendHeaders.fire({ ...details, requestHeaders: [{ name: 'Origin', value: initiator }] });
  return details;
}
