import { usedRememberedPreflight } from '../cors/index.ts';
import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines, isStream } from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The browser sent no preflight, since it had cached one that passed, and the response disagrees with it. */
export interface StalePreflight extends RuleMatch {
  readonly id: 'stale-preflight';
  readonly origin: string;
}

export function findStalePreflight(evidence: Evidence): StalePreflight | null {
  const { hop, stage, origin } = evidence;
  const failure = failureIn(evidence, 'MissingAllowOriginHeader', 'AllowOriginMismatch');
  if (failure === null || stage !== 'response' || !usedRememberedPreflight(hop, evidence.profile))
    return null;
  // The same call with a preflight has just failed in the same way: this is a stream that reconnects, or a retry.
  if (isStream(evidence) || evidence.seen.bareAfterPreflight) return null;
  return {
    ...ruleMatch(evidence, failure, headerLines(evidence, ALLOW_ORIGIN)),
    id: 'stale-preflight',
    origin,
  };
}

export const stalePreflight: CauseTexts<StalePreflight> = {
  headline: ({ origin }, { server }) => sentence('headlineStale', { host: server, origin }),
  happened: () => sentence('happenedStale'),
  advice: () => [fix('adviceStale')],
};
