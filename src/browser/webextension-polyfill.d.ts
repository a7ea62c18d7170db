/** Types the polyfill by `@types/chrome`, which knows more of the API than the polyfill's own types. */
declare module 'webextension-polyfill' {
  const browser: typeof chrome;
  export default browser;
}
