import { isLoopbackOrigin } from '../cors/index.ts';

/** The relation of an allowed origin to the page's origin and to the server. */
export type AllowedOrigin =
  /**
   * The server's own address, with or without its port: a proxy replaced `Origin` with it, or rebuilt it from `Host`.
   */
  | 'its-own'
  /** The page's host on another port. */
  | 'other-port'
  /** The page's host over http instead of https, or the other way round. */
  | 'other-scheme'
  /** `localhost` where the page is at `127.0.0.1`, or the like. */
  | 'other-name-of-this-machine'
  /** A packaged app's: `tauri://localhost`, `capacitor://localhost`. */
  | 'app'
  /** `null`. */
  | 'opaque'
  | 'another';

/**
 * Classifies an `Access-Control-Allow-Origin` that isn't the page's origin.
 * @param allowed a serialized origin
 * @param asked.origin the origin that the call carries
 * @param asked.url the URL of the call
 */
export function readAllowedOrigin(
  allowed: string,
  { origin, url }: { readonly origin: string; readonly url: string },
): AllowedOrigin {
  if (allowed === 'null') return 'opaque';
  const [named, page, target] = [URL.parse(allowed), URL.parse(origin), URL.parse(url)];
  if (named === null || !/^https?:$/.test(named.protocol)) return 'app';
  if (target !== null && isServersOwn(named, target)) return 'its-own';
  if (page === null) return 'another';
  if (named.hostname === page.hostname) {
    if (named.protocol === page.protocol) return 'other-port';
    return named.port === page.port ? 'other-scheme' : 'another';
  }
  const bothHere = isLoopbackOrigin(allowed) && isLoopbackOrigin(origin);
  return bothHere && named.port === page.port ? 'other-name-of-this-machine' : 'another';
}

/** An allow-list rarely holds the server's own address: calls from there need no CORS. */
function isServersOwn(named: URL, target: URL): boolean {
  // Behind a proxy that ends TLS the app sees http.
  if (named.hostname !== target.hostname) return false;
  // People leave out the port of localhost by mistake.
  return named.host === target.host || (named.port === '' && !isLoopbackOrigin(named.origin));
}
