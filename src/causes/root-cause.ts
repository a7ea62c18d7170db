import { type Diagnosis, diagnose, type Exchange } from '../cors/index.ts';
import type { Cause } from './cause.ts';
import { type Clues, cluesOf } from './evidence.ts';
import { causeInNetwork } from './find-network.ts';
import { PRECEDENCE } from './precedence.ts';

/** The root cause of what the browser's checks found, or null when nothing is wrong. */
export function rootCause(exchange: Exchange, diagnosis: Diagnosis): Cause | null {
  const clues = cluesOf(exchange, diagnosis);
  if (clues === null) return causeInNetwork(diagnosis);
  for (const [index, rule] of PRECEDENCE.entries()) {
    const cause = rule.causeIn(clues);
    if (cause !== null) return { ...cause, next: hiddenBehind(index, clues) };
  }
  return null;
}

/** What the cause that the rule at `index` found hides, if that is known. */
function hiddenBehind(index: number, clues: Clues): Cause | null {
  const hides = PRECEDENCE[index]?.hides ?? [];
  if (hides.length === 0) return null;
  for (const rule of PRECEDENCE.slice(index + 1)) {
    const cause = hides.includes(rule.id) ? rule.causeIn(clues) : null;
    if (cause !== null) return cause;
  }
  return null;
}

/**
 * `cause` with the second step that a probe brought to light: what the server says to the same preflight where the
 * first fault, such as a permission that is missing, isn't in the way.
 * @param probe the exchange as the probe saw it
 */
export function followedBy(cause: Cause, probe: Exchange): Cause {
  const diagnosis = diagnose({ ...probe, outcome: { type: 'error', error: 'net::ERR_FAILED' } });
  // The call itself never went out, so what credentials would make of it isn't known.
  const failures = diagnosis.failures.filter(({ stage, when }) => stage !== 'network' && when === 'always');
  const next = rootCause(probe, { ...diagnosis, failures });
  return next === null ? cause : { ...cause, next };
}
