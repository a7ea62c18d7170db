import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
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
}

/** An answer counts as a copy only if it says so itself. */
export function findCachedAnswer(evidence: Evidence): CachedAnswer | null {
  const failure = failureIn(evidence, 'MissingAllowOriginHeader', 'AllowOriginMismatch');
  if (failure === null || evidence.stage !== 'response' || variesByOrigin(evidence)) return null;
  const hits = Object.entries(CACHE_HIT).filter(([name, hit]) => hit.test(header(evidence, name) ?? ''));
  if (hits.length === 0) return null;
  const lines = headerLines(evidence, ...hits.map(([name]) => name), 'Vary', 'Cache-Control');
  return { ...ruleMatch(evidence, failure, lines), id: 'cached-answer', allowed: failure.parameter };
}

export const cachedAnswer: CauseTexts<CachedAnswer> = {
  headline: (_, { server, exchange }) =>
    sentence('headlineCached', { host: server, origin: exchange.origin }),
  happened: ({ evidence }) => sentence('happenedCached', { evidence, header: 'Vary: Origin' }),
  advice: (_, { host }) => [fix('adviceCached', { host, header: 'Vary: Origin' })],
};
