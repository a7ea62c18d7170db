import { stackOf } from '../stacks/index.ts';
import { sentence } from '../texts/index.ts';
import { type CauseTexts, fix } from './cause-texts.ts';
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, hasCorsHeaders, headerLines, variesByOrigin } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server allows other origins. */
export interface OriginNotAllowed extends RuleMatch {
  readonly id: 'origin-not-allowed';
  readonly origin: string;
  /** The origin that the answer names; null if it names none. */
  readonly allowed: string | null;
}

export function findOriginNotAllowed(evidence: Evidence): OriginNotAllowed | null {
  const { origin } = evidence;
  const mismatch = failureIn(evidence, 'AllowOriginMismatch');
  if (mismatch === null) return findUnnamed(evidence);
  return {
    ...ruleMatch(evidence, mismatch, headerLines(evidence, ALLOW_ORIGIN)),
    id: 'origin-not-allowed',
    origin,
    allowed: mismatch.parameter,
  };
}

/** Without a named origin, all else in the answer has to tell that the origin is what isn't allowed. */
function findUnnamed(evidence: Evidence): OriginNotAllowed | null {
  const { origin, setup, hop, stage } = evidence;
  const missing = failureIn(evidence, 'MissingAllowOriginHeader');
  if (missing === null) return null;
  const id = 'origin-not-allowed';
  // An answer that allows methods or headers, and no origin, allows another origin.
  if (hasCorsHeaders(evidence)) {
    const headers = headerLines(evidence, ALLOW_METHODS, ALLOW_HEADERS, ALLOW_CREDENTIALS, 'Vary');
    const lines = [...statusEvidence(evidence), ...headers];
    return { ...ruleMatch(evidence, missing, lines), id, origin, allowed: null };
  }
  if (
    setup?.cors === 'refused' &&
    (hop.preflight === null || stackOf(setup.by.stack).refusesOnly === 'origin')
  ) {
    const match = ruleMatch(evidence, missing, setup.by.evidence);
    return { ...match, responder: setup.by, id, origin, allowed: null };
  }
  // Without a preflight the browser asks about nothing but the origin.
  if (stage === 'preflight' || hop.preflight !== null || !variesByOrigin(evidence)) return null;
  return { ...ruleMatch(evidence, missing, headerLines(evidence, 'Vary')), id, origin, allowed: null };
}

export const originNotAllowed: CauseTexts<OriginNotAllowed> = {
  label: () => sentence('labelOrigin'),
  headline: ({ origin, allowed }, { server }) =>
    allowed === null
      ? sentence('headlineOriginUnnamed', server, origin)
      : sentence('headlineOrigin', server, allowed, origin),
  happened: () => sentence('happenedOrigin', ALLOW_ORIGIN),
  advice: ({ origin }, { host }) => [fix('adviceOrigin', host, origin)],
};
