import { extractTokens, getHeader, type HeaderList, isTab, type Owner, originOf } from '../cors/index.ts';
import { isInForce, isTimeUp, type Override, reachesOpaque, reachesWorkers } from './override.ts';

/** A request that waits for an answer. */
export interface PausedRequest {
  readonly owner: Owner;
  readonly url: string;
  readonly method: string;
  readonly headerList: HeaderList;
  /** The origin of the frame that sends it, or whose worker does; `null` where it is opaque, or not known. */
  readonly frameOrigin: string;
}

/**
 * The headers with which an override answers a preflight in the server's place: all that it asks for, for once.
 * @param now ms since the epoch
 * @returns null for any other request; the server answers it
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightAnswer(
  overrides: readonly Override[],
  request: PausedRequest,
  now: number,
): HeaderList | null {
  const { owner, url, method, headerList, frameOrigin } = request;
  const asked = getHeader(headerList, 'Access-Control-Request-Method');
  const origin = getHeader(headerList, 'Origin');
  if (method !== 'OPTIONS' || asked === null || origin === null) return null;
  const isMeant = (one: Override): boolean => {
    if (!answersPreflights(one) || isTimeUp(one, now) || one.targetOrigin !== originOf(url)) return false;
    if (owner.type === 'tab' ? !isTab(owner, one.tabId) : !reachesWorkers(one)) return false;
    if (frameOrigin === one.pageOrigin)
      return origin === one.pageOrigin || (origin === 'null' && expectsTainted(one, url));
    return frameOrigin === 'null' && origin === 'null' && owner.type === 'tab' && expectsOpaque(one, url);
  };
  if (!overrides.some(isMeant)) return null;
  const names = extractTokens(headerList, 'Access-Control-Request-Headers') ?? [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', asked],
    ...(names.length === 0 ? [] : [['Access-Control-Allow-Headers', names.join(', ')] as const]),
    ['Access-Control-Max-Age', '0'],
  ];
}

/** Whether the override, as things are, answers preflights itself. */
export function answersPreflights(override: Override): boolean {
  return isInForce(override) && override.allow.includes('answer-preflight');
}

/** Whether a redirect was seen to bring the page's requests to `url`, so that they carry the origin `null`. */
function expectsTainted({ lessons }: Override, url: string): boolean {
  const { taintingRedirects, taintedRequests } = lessons;
  return [...taintedRequests.map((one) => one.url), ...taintingRedirects.map(({ to }) => to)].includes(url);
}

/** Whether a frame of the page with an opaque origin was seen to call `url`. */
function expectsOpaque(override: Override, url: string): boolean {
  const plain = url.replace(/[?#].*$/s, '');
  return reachesOpaque(override) && override.lessons.calls.some((call) => call.opaque && call.url === plain);
}
