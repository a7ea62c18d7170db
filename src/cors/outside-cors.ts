/**
 * What a request is that the CORS protocol decides nothing about, though people take for CORS what comes of it. Only
 * DevTools tells.
 */
export type OutsideCors =
  /** Its mode is `no-cors`: the server has to allow nothing, and the script may read nothing. */
  | { readonly type: 'no-cors' }
  /** Its mode is `websocket`: the server itself looks at the origin. */
  | { readonly type: 'websocket'; readonly received: number }
  /** The page's service worker answered in the server's place. `from` is DevTools' name for where it took that from. */
  | { readonly type: 'service-worker'; readonly from: string | null }
  /** It asked for a file, which no server has. */
  | { readonly type: 'local-url' }
  /** Its answer came in mode `no-cors`, and its element has an `integrity` attribute, which Chrome can't check so. */
  | { readonly type: 'integrity' };
