import type { Failure } from '../cors/index.ts';
import type { Cause, CauseId } from './cause.ts';

/**
 * Causes in which the answer comes from code that knows nothing of CORS. Such code never meant to send CORS headers.
 */
const ANSWERED_BEFORE_CORS: readonly CauseId[] = [
  'preflight-login',
  'preflight-login-redirect',
  'preflight-redirect',
  'preflight-canonical-redirect',
  'preflight-router',
  'preflight-crash',
  'preflight-gateway',
  'preflight-status',
  'origin-guard',
  'error-without-cors',
];

/**
 * Returns whether the answer's other faults follow from the cause. Once the cause is fixed, a different answer comes.
 */
export function othersFollow(cause: Cause): boolean {
  return ANSWERED_BEFORE_CORS.includes(cause.id) || (cause.id === 'not-configured' && cause.status !== null);
}

/** Removes the failures that follow from the cause: missing elements of lists that the code never meant to send. */
export function ownFaults(cause: Cause | null, failures: readonly Failure[]): readonly Failure[] {
  if (cause === null || !othersFollow(cause) || cause.next !== null) return failures;
  return failures.filter(
    ({ error }) =>
      error !== 'MethodDisallowedByPreflightResponse' && error !== 'HeaderDisallowedByPreflightResponse',
  );
}
