import { type Evidence, failureIn, headerLines, type RequestedAccess, variesByOrigin } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

type UntoldRefusal = RuleMatch & { readonly requested: RequestedAccess };

/** Matches a preflight that CORS refused without telling what it refuses. Null if that isn't so. */
export function untoldRefusal(evidence: Evidence): UntoldRefusal | null {
  const { setup, failures, stage, requested } = evidence;
  if (stage !== 'preflight') return null;
  if (setup?.cors === 'refused') {
    return {
      ...ruleMatch(evidence, failures[0], setup.by.evidence),
      responder: setup.by,
      requested,
    };
  }
  const missing = failureIn(evidence, 'MissingAllowOriginHeader');
  if (missing === null || !variesByOrigin(evidence)) return null;
  const lines = [...statusEvidence(evidence), ...headerLines(evidence, 'Vary')];
  return { ...ruleMatch(evidence, missing, lines), requested };
}
