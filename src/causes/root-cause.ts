import { type BrowserProfile, type Diagnosis, diagnose, type Exchange } from '../cors/index.ts';
import type { Cause, FoundCause } from './cause.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findNotCors } from './not-cors.ts';
import { outsideRequest } from './outside.ts';
import { OUTSIDE_PRECEDENCE } from './outside-precedence.ts';
import { PRECEDENCE } from './precedence.ts';
import { NOTHING_SEEN, type Seen } from './seen-answers.ts';

/**
 * Finds the root cause of the failures that the browser's checks found. Null if nothing is wrong.
 * @param seen observations of other answers of the same server
 */
export function rootCause(exchange: Exchange, diagnosis: Diagnosis, seen: Seen = NOTHING_SEEN): Cause | null {
  const evidence = gatherEvidence(exchange, diagnosis, seen);
  if (evidence === null) {
    const cause = findOutside(exchange) ?? findNotCors(diagnosis);
    return cause === null ? null : { ...cause, next: null };
  }
  for (const [index, rule] of PRECEDENCE.entries()) {
    const cause = rule.find(evidence);
    if (cause !== null) return { ...cause, next: hiddenBehind(index, evidence) };
  }
  return null;
}

/** Finds the cause of what CORS decides nothing about. Null for any other exchange, and where a net error says it all. */
function findOutside(exchange: Exchange): FoundCause | null {
  const request = outsideRequest(exchange);
  if (request === null) return null;
  for (const { find } of OUTSIDE_PRECEDENCE) {
    const cause = find(request);
    if (cause !== null) return cause;
  }
  return null;
}

/** Returns the cause that the one found by the rule at `index` hides, if the evidence shows it already. */
function hiddenBehind(index: number, evidence: Evidence): Cause | null {
  const hides = PRECEDENCE[index]?.hides ?? [];
  if (hides.length === 0) return null;
  for (const rule of PRECEDENCE.slice(index + 1)) {
    const cause = hides.includes(rule.id) ? rule.find(evidence) : null;
    if (cause !== null) return { ...cause, next: null };
  }
  return null;
}

/**
 * Adds the second step that a probe showed: how the server answers the same preflight once the first failure, such as a
 * missing permission, is out of the way.
 * @param probe the exchange as the probe observed it
 * @param profile the browser that sent the probe
 */
export function followedBy(cause: Cause, probe: Exchange, profile: BrowserProfile): Cause {
  const diagnosis = diagnose({ ...probe, outcome: { type: 'error', error: profile.corsNetError } }, profile);
  // The call itself was never sent, so failures that depend on credentials aren't known.
  const failures = diagnosis.failures.filter(({ stage, when }) => stage !== 'network' && when === 'always');
  const next = rootCause(probe, { ...diagnosis, failures });
  return next === null ? cause : { ...cause, next };
}
