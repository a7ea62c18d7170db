import { extractTokens, getHeader, type HeaderList, isTab, type Owner, originOf } from '../cors/index.ts';
import { isInForce, isTimeUp, type Override, reachesOpaque, reachesWorkers } from './override.ts';

/** A request that waits for an answer. */
export interface PausedRequest {
  readonly owner: Owner;
  readonly url: string;
  readonly method: string;
  readonly headerList: HeaderList;
}

/** What a preflight says of itself. */
interface Preflight {
  readonly method: string;
  readonly names: readonly string[];
  /** Its sender's, which the browser sets and no page can; `null` where that is opaque, or a redirect has tainted it. */
  readonly origin: string;
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-fetch */
function preflightOf({ method, headerList }: PausedRequest): Preflight | null {
  const asked = getHeader(headerList, 'Access-Control-Request-Method');
  const origin = getHeader(headerList, 'Origin');
  if (method !== 'OPTIONS' || asked === null || origin === null) return null;
  const names = extractTokens(headerList, 'Access-Control-Request-Headers') ?? [];
  return { method: asked, names, origin };
}

/**
 * Whether an override, in whatever state it will be found, could answer the request: any other must not wait until the
 * states of overrides are known.
 */
export function mayBeAnswered(overrides: readonly Override[], request: PausedRequest): boolean {
  const origin = preflightOf(request)?.origin;
  return overrides.some((one) => isPair(one, request) && (origin === 'null' || origin === one.pageOrigin));
}

/**
 * The origins of the senders that an override answers the request for, in the server's place. For one with an origin of
 * its own that is the origin that it says, or none; `null` as a request's origin may stand for several.
 * @param now ms since the epoch
 * @returns none for what the server answers, whoever sends it
 */
export function answeredSenders(
  overrides: readonly Override[],
  request: PausedRequest,
  now: number,
): readonly string[] {
  const origin = preflightOf(request)?.origin;
  const { owner, url } = request;
  return overrides
    .filter((one) => isPair(one, request) && answersPreflights(one) && !isTimeUp(one, now))
    .filter((one) => owner.type === 'tab' || reachesWorkers(one))
    .flatMap((one) => {
      if (origin === one.pageOrigin) return [origin];
      if (origin !== 'null') return [];
      const isTainted = expectsTainted(one, url);
      const ofPage = isTainted ? [one.pageOrigin] : [];
      // The browser tells no origin of a srcdoc frame: one with the page's origin looks like a sandboxed one.
      const ofFrames = reachesOpaque(one) && (isTainted || expectsOpaque(one, url));
      return owner.type === 'tab' && ofFrames ? [...ofPage, 'null'] : ofPage;
    });
}

/**
 * Finds out who sends a request.
 * @param frameOrigin the origin of its frame, or of its worker; null where nobody could tell
 */
export async function senderOf(
  request: PausedRequest,
  frameOrigin: () => Promise<string | null>,
): Promise<string | null> {
  const origin = preflightOf(request)?.origin ?? null;
  return origin === 'null' ? await frameOrigin() : origin;
}

/** The headers that answer a preflight: all that it asks for, for once. @returns null for any other request */
export function preflightAnswer(request: PausedRequest): HeaderList | null {
  const preflight = preflightOf(request);
  if (preflight === null) return null;
  const { method, names, origin } = preflight;
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', method],
    ...(names.length === 0 ? [] : [['Access-Control-Allow-Headers', names.join(', ')] as const]),
    ['Access-Control-Max-Age', '0'],
  ];
}

/** Whether the override, as things are, answers preflights itself. */
export function answersPreflights(override: Override): boolean {
  return isInForce(override) && override.allow.includes('answer-preflight');
}

/** Whether a request is of the override's tab, or of a service worker, and to its target. */
function isPair(override: Override, { owner, url }: PausedRequest): boolean {
  return (
    (owner.type === 'serviceWorker' || isTab(owner, override.tabId)) &&
    override.targetOrigin === originOf(url)
  );
}

/**
 * Whether requests of the page were seen to come to `url`. Such a request carries the origin `null` if a redirect has
 * tainted it, be it that redirect or one before: only the first of a chain is kept.
 */
function expectsTainted({ observations }: Override, url: string): boolean {
  const { taintingRedirects, taintedRequests, calls } = observations;
  const plain = withoutQuery(url);
  return (
    [...taintedRequests.map((one) => one.url), ...taintingRedirects.map(({ to }) => to)].includes(url) ||
    calls.some((call) => !call.opaque && call.url === plain)
  );
}

/** Whether a frame of the page with an opaque origin was seen to call `url`. */
function expectsOpaque(override: Override, url: string): boolean {
  const plain = withoutQuery(url);
  return override.observations.calls.some((call) => call.opaque && call.url === plain);
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
