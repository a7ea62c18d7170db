// Counts what the browser tells of, in a page that nobody stops.
globalThis.ended = {};
const hear = ({ url, method }) => {
  if (method !== 'OPTIONS') globalThis.ended[url] = (globalThis.ended[url] ?? 0) + 1;
};
chrome.webRequest.onErrorOccurred.addListener(hear, { urls: ['<all_urls>'] });
chrome.webRequest.onCompleted.addListener(hear, { urls: ['<all_urls>'] });
