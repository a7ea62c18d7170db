// Listens to what Preflight Inspector listens to, and does nothing: what Chrome itself takes for telling it.
const types = ['stylesheet', 'script', 'image', 'font', 'object', 'xmlhttprequest', 'ping', 'media', 'other'];
const filter = { urls: ['<all_urls>'], types };
const { webRequest } = chrome;
const hear = () => undefined;
webRequest.onBeforeRequest.addListener(hear, filter);
webRequest.onBeforeSendHeaders.addListener(hear, filter, ['requestHeaders', 'extraHeaders']);
webRequest.onHeadersReceived.addListener(hear, filter, ['responseHeaders', 'extraHeaders']);
webRequest.onBeforeRedirect.addListener(hear, filter);
webRequest.onResponseStarted.addListener(hear, filter);
webRequest.onCompleted.addListener(hear, filter);
webRequest.onErrorOccurred.addListener(hear, filter);
