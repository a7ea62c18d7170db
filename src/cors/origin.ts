import type { BrowserProfile } from './browser-profile.ts';
import type { Exchange, Hop } from './exchange.ts';
import { getHeader } from './header-list.ts';

/**
 * The serialized origin of an http(s) URL; `null` for any other, and for what is no URL.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function originOf(url: string): string {
  // What is written before the path decides, and is the same for most: parsing is most of what judging costs.
  const start = WRITTEN_ORIGIN.exec(url)?.[0] ?? url;
  const known = parsedOrigins.get(start);
  if (known !== undefined) return known;
  if (parsedOrigins.size >= MAX_PARSED_ORIGINS) parsedOrigins.clear();
  const origin = parseOrigin(start);
  parsedOrigins.set(start, origin);
  return origin;
}

/** Scheme, host and port, as they begin a URL; without anything that could make them end elsewhere. */
const WRITTEN_ORIGIN = /^https?:\/\/[^\s/\\?#@]+(?=\/)/;
/** Serialized origins by what stands before the path of a URL. */
const parsedOrigins = new Map<string, string>();
const MAX_PARSED_ORIGINS = 500;

function parseOrigin(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed.origin : 'null';
}

/**
 * The origin that each hop of the request carries: what was seen in its Origin header, else what the standard makes
 * it — the request's own until a redirect leads from one foreign origin to another, `null` from then on.
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function hopOrigins(exchange: Exchange): readonly string[] {
  const tainted = taintedOrigins(exchange);
  return exchange.hops.map((hop, index) => {
    return observedOrigin(hop) ?? (tainted[index] === true ? 'null' : exchange.origin);
  });
}

/** The origin by which the answer to each hop's call is judged. In some browsers it isn't always its preflight's. */
export function callOrigins(exchange: Exchange, profile: BrowserProfile): readonly string[] {
  if (!profile.preflightForgetsRedirects) return hopOrigins(exchange);
  const tainted = taintedOrigins(exchange);
  return exchange.hops.map(({ requestHeaders }, index) => {
    const own = requestHeaders === null ? null : getHeader(requestHeaders, 'Origin');
    return own ?? (tainted[index] === true ? 'null' : exchange.origin);
  });
}

/**
 * For each hop, whether the request has a redirect-tainted origin.
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function taintedOrigins({ origin, hops }: Exchange): readonly boolean[] {
  let tainted = false;
  return hops.map(({ url }, index) => {
    const previous = hops[index - 1];
    if (previous !== undefined && !tainted) {
      const from = originOf(previous.url);
      tainted = from !== origin && from !== originOf(url);
    }
    return tainted;
  });
}

/**
 * The Origin header that the hop's preflight, or the hop's request itself, was seen to carry. The preflight's is right, too,
 * where Chromium loses that of the request, and still compares with the page's.
 */
export function observedOrigin({ preflight, requestHeaders }: Hop): string | null {
  const fromPreflight = preflight === null ? null : getHeader(preflight.requestHeaders, 'Origin');
  return fromPreflight ?? (requestHeaders === null ? null : getHeader(requestHeaders, 'Origin'));
}

/**
 * For each hop, whether the CORS protocol applies to it: from the first cross-origin URL on, also back to the own.
 * @see https://fetch.spec.whatwg.org/#concept-request-response-tainting
 */
export function corsTainting(exchange: Exchange): readonly boolean[] {
  let cors = false;
  return exchange.hops.map((hop) => {
    cors ||= originOf(hop.url) !== exchange.origin || exchange.origin === 'null';
    return cors;
  });
}
