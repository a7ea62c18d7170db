import { extractTokens, getHeader, type HeaderList, isTab, type Owner, originOf } from '../cors/index.ts';
import { isInForce, isTimeUp, type Override, reachesOpaque, reachesWorkers } from './override.ts';

/** A request that the debugger has paused. */
export interface PausedRequest {
  readonly owner: Owner;
  readonly url: string;
  readonly method: string;
  readonly headerList: HeaderList;
}

/** What a preflight asks for. */
interface Preflight {
  readonly method: string;
  readonly names: readonly string[];
  /** The Origin header. The browser sets it, no page can. It is `null` for opaque origins and for tainted requests. */
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
 * True if one of the overrides could answer the request, once it is known whether that override is on. Requests that none
 * could answer must not wait for that.
 */
export function mayBeAnswered(overrides: readonly Override[], request: PausedRequest): boolean {
  const origin = preflightOf(request)?.origin;
  return overrides.some((one) => isPair(one, request) && (origin === 'null' || origin === one.pageOrigin));
}

/**
 * Lists the origins that may have sent the request and that an override answers it for, instead of the server. If the
 * request's Origin isn't `null`, that is the only one. `null` may stand for several.
 * @param now ms since the epoch
 * @returns empty if the server must answer
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
      // The browser tells no origin of srcdoc frames, so a frame with the page's origin looks like a sandboxed one.
      const ofFrames = reachesOpaque(one) && (isTainted || expectsOpaque(one, url));
      return owner.type === 'tab' && ofFrames ? [...ofPage, 'null'] : ofPage;
    });
}

/**
 * Finds the origin of a request's sender. If the Origin header is `null`, only the frame can tell.
 * @param frameOrigin asks for the origin of the request's frame or worker; null if that isn't known
 */
export async function senderOf(
  request: PausedRequest,
  frameOrigin: () => Promise<string | null>,
): Promise<string | null> {
  const origin = preflightOf(request)?.origin ?? null;
  return origin === 'null' ? await frameOrigin() : origin;
}

/** Answers a preflight: allows all that it asks for, and nothing is cached. @returns null if the request is no preflight */
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

/** True if the override answers preflights now: it is in force, and the user agreed. */
export function answersPreflights(override: Override): boolean {
  return isInForce(override) && override.allow.includes('answer-preflight');
}

/** True if a request goes to the override's target, and comes from its tab or from a service worker. */
function isPair(override: Override, { owner, url }: PausedRequest): boolean {
  return (
    (owner.type === 'serviceWorker' || isTab(owner, override.tabId)) &&
    override.targetOrigin === originOf(url)
  );
}

/**
 * True if the page was seen to request `url`, directly or by a redirect. A direct call counts, too: only the first
 * tainting redirect of a chain is recorded, so a later one may lead to `url` as well.
 */
function expectsTainted({ observations }: Override, url: string): boolean {
  const { taintingRedirects, taintedRequests, calls } = observations;
  const plain = withoutQuery(url);
  return (
    [...taintedRequests.map((one) => one.url), ...taintingRedirects.map(({ to }) => to)].includes(url) ||
    calls.some((call) => !call.opaque && call.url === plain)
  );
}

/** True if a frame with an opaque origin was seen to call `url`. */
function expectsOpaque(override: Override, url: string): boolean {
  const plain = withoutQuery(url);
  return override.observations.calls.some((call) => call.opaque && call.url === plain);
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
