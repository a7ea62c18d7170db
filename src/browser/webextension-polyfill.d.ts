/** Chrome's own types say more of the extension API than those that are published for the polyfill. */
declare module 'webextension-polyfill' {
  const browser: typeof chrome;
  export default browser;
}
