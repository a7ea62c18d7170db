import { type BrowserProfile, type Diagnosis, diagnose, type Exchange } from '../cors/index.ts';
import type { Cause } from './cause.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findNotCors } from './not-cors.ts';
import { PRECEDENCE } from './precedence.ts';
import { NOTHING_SEEN, type Seen } from './seen-answers.ts';

/**
 * Finds the root cause of what the browser's checks found; null if nothing is wrong.
 * @param seen what other answers of the same server have shown
 */
export function rootCause(exchange: Exchange, diagnosis: Diagnosis, seen: Seen = NOTHING_SEEN): Cause | null {
  const evidence = gatherEvidence(exchange, diagnosis, seen);
  if (evidence === null) {
    const cause = findNotCors(exchange, diagnosis);
    return cause === null ? null : { ...cause, next: null };
  }
  for (const [index, rule] of PRECEDENCE.entries()) {
    const cause = rule.find(evidence);
    if (cause !== null) return { ...cause, next: hiddenBehind(index, evidence) };
  }
  return null;
}

/** The cause behind the one that the rule at `index` found, if the evidence tells it already. */
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
 * Adds the second step that a probe brought to light: how the server answers the same preflight once the first failure,
 * such as a missing permission, isn't in the way.
 * @param probe the exchange as the probe saw it
 * @param profile the browser that sent the probe
 */
export function followedBy(cause: Cause, probe: Exchange, profile: BrowserProfile): Cause {
  const diagnosis = diagnose({ ...probe, outcome: { type: 'error', error: 'net::ERR_FAILED' } }, profile);
  // The call itself never went out, so what credentials would make of it isn't known.
  const failures = diagnosis.failures.filter(({ stage, when }) => stage !== 'network' && when === 'always');
  const next = rootCause(probe, { ...diagnosis, failures });
  return next === null ? cause : { ...cause, next };
}
