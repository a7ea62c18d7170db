import { stackOf } from '../stacks/index.ts';
import { readAllowedOrigin } from './allowed-origin.ts';
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from './cors-headers.ts';
import { type Evidence, failureIn, hasCorsHeaders, headerLines, variesByOrigin } from './evidence.ts';
import { statusEvidence } from './foreign-status.ts';
import { type RuleMatch, ruleMatch } from './rule-match.ts';

/** The server allows other origins. */
export interface OriginNotAllowed extends RuleMatch {
  readonly id: 'origin-not-allowed';
  readonly origin: string;
  /** The origin that the answer names. Null if it names none. */
  readonly allowed: string | null;
  /** Whether the answer says that it depends on the origin. */
  readonly varies: boolean;
}

/** Whether the server at `url` allows its own address, as it does where a proxy overwrites the origin. */
export function isItsOwnOrigin({ allowed, origin }: OriginNotAllowed, url: string): boolean {
  return allowed !== null && readAllowedOrigin(allowed, { origin, url }) === 'its-own';
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
    varies: variesByOrigin(evidence),
  };
}

/** Without a named origin, the rest of the answer has to prove that only the origin isn't allowed. */
function findUnnamed(evidence: Evidence): OriginNotAllowed | null {
  const { origin, setup, hop, stage } = evidence;
  const missing = failureIn(evidence, 'MissingAllowOriginHeader');
  if (missing === null) return null;
  const id = 'origin-not-allowed';
  const varies = variesByOrigin(evidence);
  // An answer that allows methods or headers, but no origin, allows another origin.
  if (hasCorsHeaders(evidence)) {
    const headers = headerLines(evidence, ALLOW_METHODS, ALLOW_HEADERS, ALLOW_CREDENTIALS, 'Vary');
    const lines = [...statusEvidence(evidence), ...headers];
    return { ...ruleMatch(evidence, missing, lines), id, origin, allowed: null, varies };
  }
  if (
    setup?.cors === 'refused' &&
    (hop.preflight === null || stackOf(setup.by.stack).refusesOnly === 'origin')
  ) {
    const match = ruleMatch(evidence, missing, setup.by.evidence);
    return { ...match, responder: setup.by, id, origin, allowed: null, varies };
  }
  // Without a preflight, the browser asks for the origin's permission alone.
  if (stage === 'preflight' || hop.preflight !== null || !varies) return null;
  return {
    ...ruleMatch(evidence, missing, headerLines(evidence, 'Vary')),
    id,
    origin,
    allowed: null,
    varies,
  };
}
