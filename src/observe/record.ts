import type {
  CodeLocation,
  EarlierLoad,
  Exchange,
  Hop,
  Outcome,
  OutsideCors,
  Preflight,
} from '../cors/index.ts';
import { currentHop, getHeader, isRedirect, locationUrl, observedOrigin, originOf } from '../cors/index.ts';
import { isSpecific } from './net-error.ts';
import type { ObservedRequest } from './observed.ts';
import { chainOf, type ObservedChain, preflightedMethod } from './observed-chain.ts';
import { sharedText } from './shared-text.ts';

/** What is stored of one exchange: observations only. Verdicts are derived from them when somebody looks. */
export interface ExchangeRecord {
  /** Null where webRequest saw only the preflight, because the worker was stopped just then. */
  readonly request: ObservedRequest | null;
  readonly preflights: readonly { readonly hopIndex: number; readonly preflight: ObservedRequest }[];
  readonly overridden: boolean;
  /** What DevTools adds to what webRequest saw of the request; null where it adds nothing. */
  readonly note: DevtoolsNote | null;
}

/** A record that isn't of a preflight alone. */
export type RequestRecord = ExchangeRecord & { readonly request: ObservedRequest };

/** What only DevTools tells of a request. */
export interface DevtoolsNote {
  readonly location: CodeLocation | null;
  /** DevTools' net error, which may say more than webRequest's. */
  readonly error: string | null;
  /** DevTools' name for what was fetched: it tells `xhr` from `fetch`, and `manifest` from others. */
  readonly resourceType: string | null;
  /** Left out where Chrome asked the server, as far as is known. */
  readonly earlierLoad?: EarlierLoad | undefined;
  /** Left out for a request that the CORS protocol is for. */
  readonly outside?: OutsideCors | undefined;
}

/** Assembles the exchange of a record. Returns null for an empty record. */
export function toExchange(record: ExchangeRecord): Exchange | null {
  const { request, preflights, overridden, note } = record;
  const known = request ?? preflights[0]?.preflight;
  if (known === undefined) return null;
  const { source } = known;
  const chain = request === null ? orphanChain(known) : chainOf(request);
  const hops = chain.hops.map((hop, index): Hop => {
    const joined = preflights.find((entry) => entry.hopIndex === index);
    const { url, method, requestHeaders, plannedHeaders, response } = hop;
    return {
      url,
      method,
      // Without a preflight nothing keeps back what was planned.
      requestHeaders: requestHeaders ?? (joined === undefined ? plannedHeaders : null),
      response,
      preflight: joined ? toPreflight(joined.preflight) : null,
    };
  });
  const [first, ...rest] = hops;
  if (first === undefined) return null;
  // A request that had a preflight went to its server: no service worker answered it.
  const wentOut = note?.outside?.type === 'service-worker' && preflights.length > 0;
  const outside = wentOut ? undefined : note?.outside;
  return {
    id: source.requestId,
    owner: source.owner,
    origin: sharedText(requestOrigin(source.initiator, first)),
    resourceType: sharedText(resourceTypeOf(source.resourceType, note)),
    startedAt: chain.hops[0].startedAt,
    endedAt: chain.endedAt,
    hops: [first, ...rest],
    outcome: withReason(chain.outcome, note, hops.at(-1)?.preflight ?? null),
    overridden,
    location: note?.location ?? null,
    ...(note?.earlierLoad === undefined ? {} : { earlierLoad: note.earlierLoad }),
    ...(outside === undefined ? {} : { outside }),
  };
}

/** webRequest's names that stand for several things, which DevTools tells apart. */
const VAGUE_TYPES = ['xmlhttprequest', 'media', 'other'];

function resourceTypeOf(seen: string, note: DevtoolsNote | null): string {
  return VAGUE_TYPES.includes(seen) ? (note?.resourceType ?? seen) : seen;
}

/**
 * Adds the reason to an error that names none. Of a request whose preflight failed, webRequest only says that it
 * failed:
 * the preflight's own error, or DevTools, names the reason.
 */
function withReason(outcome: Outcome, note: DevtoolsNote | null, preflight: Preflight | null): Outcome {
  // The page could not read what has completed.
  if (outcome.type === 'completed' && note !== null && note.error !== null && !isSpecific(note.error))
    return { type: 'error', error: note.error };
  if (outcome.type !== 'error' || isSpecific(outcome.error)) return outcome;
  const ofPreflight = preflight === null || preflight.response !== null ? null : preflight.error;
  const reason = note?.error ?? ofPreflight;
  return reason !== null && isSpecific(reason) ? { type: 'error', error: reason } : outcome;
}

/** Makes the chain of a request of which only the preflight was seen. */
function orphanChain(preflight: ObservedRequest): ObservedChain {
  const { hops, endedAt } = chainOf(preflight);
  const { url, method, startedAt } = hops[0];
  const hop = { url, startedAt, sentAt: null, requestHeaders: null, plannedHeaders: null, response: null };
  return {
    hops: [{ ...hop, method: preflightedMethod(preflight) ?? method }],
    outcome: { type: 'pending' },
    endedAt,
  };
}

function toPreflight(preflight: ObservedRequest): Preflight {
  const {
    hops: [{ requestHeaders, plannedHeaders, response, startedAt }],
    outcome,
    endedAt,
  } = chainOf(preflight);
  return {
    requestHeaders: requestHeaders ?? plannedHeaders ?? [],
    response,
    error: outcome.type === 'error' ? outcome.error : null,
    ...(endedAt === null ? {} : { duration: Math.max(0, endedAt - startedAt) }),
  };
}

/** Prefers the Origin header. A request to its own origin may carry none. */
function requestOrigin(initiator: string | null, first: Hop): string {
  return observedOrigin(first) ?? initiator ?? originOf(first.url);
}

/** Whether the exchange has a row: it is one of the CORS protocol, or people take for CORS what came of it. */
export function isListed(exchange: Exchange): boolean {
  return exchange.outside !== undefined || isCorsExchange(exchange) === true;
}

/**
 * Whether the exchange is one of the CORS protocol: of CORS mode, and cross-origin or led there by a redirect.
 * @returns null while that is not known yet
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function isCorsExchange(exchange: Exchange): boolean | null {
  if (exchange.resourceType === 'websocket') return false;
  const urls = [...exchange.hops.map(({ url }) => url), ...refusedRedirect(exchange)];
  const crossOrigin = exchange.origin === 'null' || urls.some((url) => originOf(url) !== exchange.origin);
  if (!crossOrigin) return exchange.outcome.type === 'pending' ? null : false;
  if (exchange.hops.some((hop) => hop.preflight !== null)) return true;
  if (wasOnlyLookedUp(exchange)) return false;
  const modes = exchange.hops.map((hop) => hopMode(exchange, hop)).filter((mode) => mode !== null);
  if (modes.length > 0) return modes.includes(true);
  if (wasRefusedForUserinfo(exchange)) return true;
  // Nothing else tells of the mode; scripts make such requests in CORS mode as a rule.
  const byScript = BY_SCRIPT.includes(exchange.resourceType);
  return exchange.outcome.type === 'pending' ? null : byScript;
}

/** What webRequest and DevTools call the requests of scripts. */
const BY_SCRIPT = ['xmlhttprequest', 'fetch', 'xhr', 'eventsource'];

/** Before it asks for a font, Chrome looks into its cache, with a request that is never sent. */
function wasOnlyLookedUp({ outcome, hops }: Exchange): boolean {
  const missed = outcome.type === 'error' && outcome.error === 'net::ERR_CACHE_MISS';
  return missed && hops.every(({ response }) => response === null);
}

/** Returns the target of a redirect that the browser refused to follow. */
function refusedRedirect(exchange: Exchange): readonly string[] {
  const { url, response } = currentHop(exchange);
  if (exchange.outcome.type !== 'error' || response === null || !isRedirect(response)) return [];
  return [locationUrl(response, url)?.href ?? url];
}

/**
 * Whether the browser refused to follow a redirect because its URL holds a user name or a password. In `no-cors` mode
 * it
 * follows such a redirect.
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
function wasRefusedForUserinfo(exchange: Exchange): boolean {
  const { outcome } = exchange;
  if (outcome.type !== 'error' || isSpecific(outcome.error)) return false;
  return refusedRedirect(exchange).some((target) => {
    const { username = '', password = '' } = URL.parse(target) ?? {};
    return username + password !== '';
  });
}

/** Whether the hop's headers show CORS mode; null where they don't tell. */
function hopMode(
  { origin, resourceType, outcome }: Exchange,
  { url, requestHeaders, method, response }: Hop,
): boolean | null {
  if (requestHeaders === null) return null;
  // Not sent to hosts that aren't potentially trustworthy: https://w3c.github.io/webappsec-fetch-metadata/
  const mode = getHeader(requestHeaders, 'Sec-Fetch-Mode');
  if (mode !== null) return mode === 'cors';
  // A GET or HEAD to the page's own origin carries no Origin, whatever its mode.
  if (getHeader(requestHeaders, 'Origin') === null) return originOf(url) === origin ? null : false;
  if (method === 'GET' || method === 'HEAD') return true;
  // A no-cors POST carries Origin as well; that it ended well without being allowed gives it away.
  if (resourceType === 'ping' || resourceType === 'csp_report') return false;
  const unanswered =
    response === null || getHeader(response.headerList, 'Access-Control-Allow-Origin') === null;
  return !(outcome.type === 'completed' && unanswered);
}
