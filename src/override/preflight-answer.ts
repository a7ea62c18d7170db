import { extractTokens, getHeader, type HeaderList, originOf } from '../cors/index.ts';
import { isOn, type Override, reachesOpaque } from './override.ts';

/** A request that waits for an answer. */
export interface PausedRequest {
  /** -1: a service worker's. */
  readonly tabId: number;
  readonly url: string;
  readonly method: string;
  readonly headerList: HeaderList;
}

/**
 * The headers with which an override answers a preflight in the server's place: all that it asks for, for once.
 * @returns null for any other request; the server answers it
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightAnswer(overrides: readonly Override[], request: PausedRequest): HeaderList | null {
  const { tabId, url, method, headerList } = request;
  const asked = getHeader(headerList, 'Access-Control-Request-Method');
  const origin = getHeader(headerList, 'Origin');
  if (method !== 'OPTIONS' || asked === null || origin === null) return null;
  const answering = overrides.some(
    (one) =>
      answersPreflights(one) &&
      (tabId < 0 ? one.allow.includes('service-worker') : one.tabId === tabId) &&
      one.targetOrigin === originOf(url) &&
      (origin === one.pageOrigin || (origin === 'null' && expectsOpaque(one, tabId, url))),
  );
  if (!answering) return null;
  const names = extractTokens(headerList, 'Access-Control-Request-Headers') ?? [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', asked],
    ...(names.length === 0 ? [] : [['Access-Control-Allow-Headers', names.join(', ')] as const]),
    ['Access-Control-Max-Age', '0'],
  ];
}

/** Whether the override, on as it is, answers preflights itself. */
export function answersPreflights(override: Override): boolean {
  return isOn(override) && override.heldBackBy === null && override.allow.includes('answer-preflight');
}

function expectsOpaque(override: Override, tabId: number, url: string): boolean {
  const { taintingRedirects, taintedRequests } = override.lessons;
  return (
    (tabId >= 0 && reachesOpaque(override)) ||
    taintedRequests.some((tainted) => tainted.url === url) ||
    taintingRedirects.some(({ to }) => to === url)
  );
}
