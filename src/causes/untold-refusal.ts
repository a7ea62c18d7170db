import {
  type Evidence,
  failureIn,
  hasCorsHeaders,
  header,
  headerLines,
  type RequestedAccess,
  variesByOrigin,
} from './evidence.ts';
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
  if (missing === null || !(variesByOrigin(evidence) || isBare(evidence))) return null;
  const lines = [...statusEvidence(evidence), ...headerLines(evidence, 'Vary')];
  return { ...ruleMatch(evidence, missing, lines), requested };
}

/** What a router or a handler says of itself or of its answer, one of them at least. */
const SAID = ['Allow', 'Content-Type', 'Date', 'Server', 'X-Powered-By', 'Vary'];

/**
 * Whether the answer to a preflight is an empty 200 that says nothing at all. So rack-cors on Puma answers what it
 * doesn't allow, and Traefik: without their CORS, a router would answer, and say what it allows.
 * @see https://github.com/cyu/rack-cors/blob/master/lib/rack/cors.rb
 */
export function isBare(evidence: Evidence): boolean {
  const isEmpty =
    header(evidence, 'Content-Length') === '0' || header(evidence, 'Transfer-Encoding') === 'chunked';
  return (
    evidence.stage === 'preflight' &&
    evidence.answer?.status === 200 &&
    isEmpty &&
    !hasCorsHeaders(evidence) &&
    SAID.every((name) => header(evidence, name) === null)
  );
}
