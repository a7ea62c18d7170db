import { ALLOW_METHODS } from './cors-headers.ts';
import { lacksList } from './disallowed-headers.ts';
import { type Evidence, failureIn, headerLines } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server's list lacks the method. */
export interface MethodNotAllowed extends RuleMatch {
  readonly id: 'method-not-allowed';
  readonly method: string;
}

export function findMethodNotAllowed(evidence: Evidence): MethodNotAllowed | null {
  const failure = failureIn(evidence, 'MethodDisallowedByPreflightResponse');
  if (failure === null || lacksList(evidence, ALLOW_METHODS)) return null;
  const lines = [...statusEvidence(evidence), ...headerLines(evidence, ALLOW_METHODS)];
  const method = failure.parameter ?? evidence.requested.method;
  return { ...ruleMatch(evidence, failure, lines), id: 'method-not-allowed', method };
}
