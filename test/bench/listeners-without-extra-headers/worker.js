// As those of listeners-only, but without extraHeaders: what that alone costs, also pages of which nothing is told.
const types = ['stylesheet', 'script', 'image', 'font', 'object', 'xmlhttprequest', 'ping', 'media', 'other'];
const filter = { urls: ['<all_urls>'], types };
const { webRequest } = chrome;
const hear = () => undefined;
webRequest.onBeforeRequest.addListener(hear, filter);
webRequest.onBeforeSendHeaders.addListener(hear, filter, ['requestHeaders']);
webRequest.onHeadersReceived.addListener(hear, filter, ['responseHeaders']);
webRequest.onBeforeRedirect.addListener(hear, filter);
webRequest.onResponseStarted.addListener(hear, filter);
webRequest.onCompleted.addListener(hear, filter);
webRequest.onErrorOccurred.addListener(hear, filter);
