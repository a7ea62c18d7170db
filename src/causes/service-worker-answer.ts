import { type OutsideRequest, outsideMatch } from './outside.ts';
import type { RuleMatch } from './rule-match.ts';

/**
 * The page's service worker answered in the server's place, with an error or with what the page may not use: an opaque
 * answer to a request in CORS mode.
 * @see https://fetch.spec.whatwg.org/#http-fetch
 */
export interface ServiceWorkerAnswer extends RuleMatch {
  readonly id: 'service-worker-answer';
  /** Whether the answer is from the worker's own cache. */
  readonly fromCache: boolean;
}

export function findServiceWorkerAnswer({ exchange, outside }: OutsideRequest): ServiceWorkerAnswer | null {
  if (outside.type !== 'service-worker') return null;
  const fromCache = outside.from === 'cache-storage';
  const lines = outside.from === null ? [] : [outside.from];
  return { ...outsideMatch(exchange, lines), id: 'service-worker-answer', fromCache };
}
