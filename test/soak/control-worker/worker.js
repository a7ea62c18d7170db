// Writes down each end at once, and does nothing else.
const hear = ({ url, method }) => {
  if (method !== 'OPTIONS') chrome.storage.session.set({ [url]: 1 });
};
chrome.webRequest.onErrorOccurred.addListener(hear, { urls: ['<all_urls>'] });
chrome.webRequest.onCompleted.addListener(hear, { urls: ['<all_urls>'] });
