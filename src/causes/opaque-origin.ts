import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { type Evidence, originFailure } from './evidence.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The page's origin is opaque: that of a file, of a sandboxed frame, or of a `data:` frame. */
export interface OpaqueOrigin extends RuleMatch {
  readonly id: 'opaque-origin';
}

export function findOpaqueOrigin(evidence: Evidence): OpaqueOrigin | null {
  const failure = originFailure(evidence);
  if (failure === null || evidence.exchange.origin !== 'null') return null;
  return { ...ruleMatch(evidence, failure, ['Origin: null']), id: 'opaque-origin' };
}

export const opaqueOrigin: CauseTexts<OpaqueOrigin> = {
  headline: (_, { server }) => sentence('headlineOpaque', { host: server, origin: 'null' }),
  happened: () => sentence('happenedOpaque', { origin: 'null' }),
  advice: () => [fix('adviceOpaque', { origin: 'null', attribute: 'allow-same-origin' })],
};
