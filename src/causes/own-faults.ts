import type { Failure } from '../cors/index.ts';
import type { Cause, CauseId } from './cause.ts';
import { SELF_TOLD_HEADERS } from './layers.ts';
import type { ResponseWithoutCors } from './response-without-cors.ts';

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

/** Whether a layer in front says that it answered by itself: then the page wants another answer, not leave to read this one. */
export function answeredInPlaceOfApp({ evidence }: ResponseWithoutCors): boolean {
  const names = evidence.map((line) => line.split(':')[0]?.toLowerCase() ?? '');
  return SELF_TOLD_HEADERS.some((name) => names.includes(name));
}

/** Whether the other faults of the answer follow from the cause: once that is mended, another answer comes. */
export function othersFollow(cause: Cause): boolean {
  const inPlaceOfApp = cause.id === 'response-without-cors' && answeredInPlaceOfApp(cause);
  return (
    BEFORE_CORS.includes(cause.id) || inPlaceOfApp || (cause.id === 'not-configured' && cause.status !== null)
  );
}

/** The failures without those that follow from the cause: what a list lacks that was never meant to be sent. */
export function ownFaults(cause: Cause | null, failures: readonly Failure[]): readonly Failure[] {
  if (cause === null || !othersFollow(cause) || cause.next !== null) return failures;
  return failures.filter(
    ({ error }) =>
      error !== 'MethodDisallowedByPreflightResponse' && error !== 'HeaderDisallowedByPreflightResponse',
  );
}
