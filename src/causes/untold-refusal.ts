import { type Evidence, failureIn, headerLines, type RequestedAccess, variesByOrigin } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

type UntoldRefusal = RuleMatch & { readonly requested: RequestedAccess };

/** A refusal of the preflight by CORS that doesn't tell what it refuses, or null. */
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
