import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { omitCredentials } from './omit-credentials.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server allows any origin by `*`, which isn't valid if credentials are included. */
export interface WildcardWithCredentials extends RuleMatch {
  readonly id: 'wildcard-with-credentials';
}

export function findWildcardWithCredentials(evidence: Evidence): WildcardWithCredentials | null {
  const failure = failureIn(evidence, 'WildcardOriginNotAllowed');
  if (failure === null) return null;
  const match = ruleMatch(evidence, failure, headerLines(evidence, ALLOW_ORIGIN));
  return { ...match, id: 'wildcard-with-credentials' };
}

export const wildcardWithCredentials: CauseTexts<WildcardWithCredentials> = {
  headline: (_, { server }) => sentence('headlineWildcard', { host: server, wildcard: '*' }),
  happened: () => sentence('happenedWildcard', { wildcard: '*' }),
  advice: (_, { host, exchange }) => [
    fix('adviceWildcard', { host, origin: exchange.origin, wildcard: '*' }),
    omitCredentials(exchange),
  ],
};
