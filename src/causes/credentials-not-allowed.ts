import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_CREDENTIALS } from './cors-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { omitCredentials } from './omit-credentials.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server allows the origin, but not with credentials. */
export interface CredentialsNotAllowed extends RuleMatch {
  readonly id: 'credentials-not-allowed';
}

export function findCredentialsNotAllowed(evidence: Evidence): CredentialsNotAllowed | null {
  const failure = failureIn(evidence, 'InvalidAllowCredentials');
  if (failure === null) return null;
  const match = ruleMatch(evidence, failure, headerLines(evidence, ALLOW_CREDENTIALS));
  return { ...match, id: 'credentials-not-allowed' };
}

export const credentialsNotAllowed: CauseTexts<CredentialsNotAllowed> = {
  headline: (_, { server }) =>
    sentence('headlineCredentials', { host: server, header: ALLOW_CREDENTIALS, wanted: 'true' }),
  happened: () => sentence('happenedCredentials', { wanted: 'true' }),
  advice: (_, { host, exchange }) => [
    fix('adviceCredentials', { host, header: ALLOW_CREDENTIALS, wanted: 'true' }),
    omitCredentials(exchange),
  ],
};
