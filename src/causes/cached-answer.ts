import type { EarlierLoad } from '../cors/index.ts';
import { type Evidence, failureIn, header, headerLines, variesByOrigin } from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The headers by which caches between browser and server mark a cached answer. */
const CACHE_HIT: Readonly<Record<string, RegExp>> = {
  Age: /^[1-9]\d*$/,
  'X-Cache': /\bhit\b/i,
  'CF-Cache-Status': /^hit$/i,
};

/**
 * The answer is a cache's copy, the same for every origin.
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export interface CachedAnswer extends RuleMatch {
  readonly id: 'cached-answer';
  /** The origin that the copy names. Null if it names none. */
  readonly allowed: string | null;
  /** The load in mode `no-cors` that Chrome keeps the copy of. Null if the copy is of a cache in front of the server. */
  readonly earlierLoad: EarlierLoad | null;
}

/** An answer counts as a copy only if it says so itself, or if Chrome took it from its own cache. */
export function findCachedAnswer(evidence: Evidence): CachedAnswer | null {
  const failure = failureIn(evidence, 'MissingAllowOriginHeader', 'AllowOriginMismatch');
  if (failure === null || evidence.stage !== 'response' || variesByOrigin(evidence)) return null;
  const hits = Object.entries(CACHE_HIT).filter(([name, hit]) => hit.test(header(evidence, name) ?? ''));
  const { earlierLoad = null } = evidence.exchange;
  if (hits.length === 0 && earlierLoad === null) return null;
  const lines = headerLines(evidence, ...hits.map(([name]) => name), 'Vary', 'Cache-Control');
  return {
    ...ruleMatch(evidence, failure, lines),
    id: 'cached-answer',
    allowed: failure.parameter,
    earlierLoad,
  };
}
