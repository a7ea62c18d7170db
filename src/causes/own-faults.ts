import type { Failure } from '../cors/index.ts';
import type { Cause, CauseId } from './cause.ts';
import { SELF_TOLD_HEADERS } from './layers.ts';
import type { ResponseWithoutCors } from './response-without-cors.ts';

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

/** Whether a layer in front says that it answered by itself: then the page wants another answer, not leave to read this one. */
export function answeredInPlaceOfApp({ evidence }: ResponseWithoutCors): boolean {
  const names = evidence.map((line) => line.split(':')[0]?.toLowerCase() ?? '');
  return SELF_TOLD_HEADERS.some((name) => names.includes(name));
}

/** Whether the other faults of the answer follow from the cause: once that is mended, another answer comes. */
export function othersFollow(cause: Cause): boolean {
  const inPlaceOfApp = cause.id === 'response-without-cors' && answeredInPlaceOfApp(cause);
  return (
    ANSWERED_BEFORE_CORS.includes(cause.id) ||
    inPlaceOfApp ||
    (cause.id === 'not-configured' && cause.status !== null)
  );
}

/** Removes the failures that follow from the cause: missing elements of lists that the code never meant to send. */
export function ownFaults(cause: Cause | null, failures: readonly Failure[]): readonly Failure[] {
  if (cause === null || !othersFollow(cause) || cause.next !== null) return failures;
  return failures.filter(
    ({ error }) =>
      error !== 'MethodDisallowedByPreflightResponse' && error !== 'HeaderDisallowedByPreflightResponse',
  );
}
