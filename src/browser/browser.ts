import browser from 'webextension-polyfill';

/**
 * The extension API with promises. The polyfill does nothing if `browser` exists, as in Chromium 148 and later. The
 * polyfill is archived upstream, so no other file imports it.
 * @see https://github.com/mozilla/webextension-polyfill
 */
export { browser };

/**
 * What only pages within DevTools have. Its functions call back: Chrome's return no promises, and Firefox takes no callback
 * under `browser`.
 */
export function devtools(): typeof chrome.devtools {
  return chrome.devtools;
}
