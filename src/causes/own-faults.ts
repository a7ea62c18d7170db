import type { Failure } from '../cors/index.ts';
import type { Cause, CauseId } from './cause.ts';

/** Where something answered that knows nothing of CORS. What its answer lacks it never meant to send. */
const BEFORE_CORS: readonly CauseId[] = [
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

/** Whether the other faults of the answer follow from the cause: once that is mended, another answer comes. */
export function othersFollow(cause: Cause): boolean {
  return BEFORE_CORS.includes(cause.id) || (cause.id === 'not-configured' && cause.status !== null);
}

/** The failures without those that follow from the cause: what a list lacks that was never meant to be sent. */
export function ownFaults(cause: Cause | null, failures: readonly Failure[]): readonly Failure[] {
  if (cause === null || !othersFollow(cause) || cause.next !== null) return failures;
  return failures.filter(
    ({ error }) =>
      error !== 'MethodDisallowedByPreflightResponse' && error !== 'HeaderDisallowedByPreflightResponse',
  );
}
