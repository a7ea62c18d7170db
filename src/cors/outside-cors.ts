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
  | { readonly type: 'integrity' }
  /** It loads a frame's document or a worker, which the page's embedder policy keeps out. */
  | { readonly type: 'embedded' }
  /** The page's own Content Security Policy forbids it, so that it was never sent. Null where the directive isn't known. */
  | { readonly type: 'content-security-policy'; readonly violated: ViolatedDirective | null };

/** The directive of a Content Security Policy that a request violates. */
export interface ViolatedDirective {
  /** Its name, in lower case: `connect-src`, or `default-src` where no narrower one is there. */
  readonly directive: string;
  /** What it allows, as sent; long lists are cut. */
  readonly sources: string;
  /** The directive that is for such a request. */
  readonly wanted: string;
  /** Where the page states its policy. */
  readonly via: 'header' | 'meta';
}
