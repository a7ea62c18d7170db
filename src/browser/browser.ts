import browser from 'webextension-polyfill';

/**
 * The extension API, with promises. The polyfill does nothing where `browser` exists (Chromium 148 and later); it is
 * archived upstream, so this is the only file that imports it.
 * @see https://github.com/mozilla/webextension-polyfill
 */
export { browser };
