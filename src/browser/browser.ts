import polyfill from 'webextension-polyfill';

/**
 * The extension API, with promises. The polyfill does nothing where `browser` exists (Chromium 148 and later); it is
 * archived upstream, so this is the only file that imports it. Chrome's own types say more than the polyfill's.
 * @see https://github.com/mozilla/webextension-polyfill
 */
export const browser = polyfill as unknown as typeof chrome;
