/**
 * The extension API, with promises. Chromium has `browser` since 148; before, `chrome` gives promises as well, but for
 * `devtools`, which is called with callbacks. The types are those of `chrome`.
 * @see https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-callbacks
 */
export const browser: typeof chrome =
  (globalThis as typeof globalThis & { readonly browser?: typeof chrome }).browser ?? chrome;
