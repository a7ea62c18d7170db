import { type FinishedRequest, isPreflight, toEvents } from './finished-request.ts';
import { isSpecific } from './net-error.ts';
import type { ObservedEvent, ObservedRequest, ObservedStep } from './observed.ts';
import { chainOf } from './observed-chain.ts';

/**
 * Fills in the steps of a request or preflight that webRequest told only in part, because the worker was stopped
 * meanwhile. The steps come from what DevTools tells. Returns none where nothing is missing.
 */
export function missedSteps(
  request: ObservedRequest,
  finished: FinishedRequest,
  tabId: number,
): readonly ObservedEvent[] {
  const { source, steps } = request;
  const missing = missingPhases(request, finished);
  const start = steps[0].timeStamp;
  // If webRequest has not told of an end, the response came after the last step that it told of.
  const end = chainOf(request).endedAt === null ? Number.POSITIVE_INFINITY : (steps.at(-1)?.timeStamp ?? 0);
  const answered = steps.find(({ phase }) => phase === 'headers-received')?.timeStamp ?? end;
  return toEvents(finished, tabId, null)
    .filter(({ step }) => missing.includes(step.phase))
    .map(({ step }) => {
      // The clocks of the two sources differ a little, and DevTools' is coarse: webRequest's steps bound the time.
      const notBefore = Math.max(step.timeStamp, start);
      if (step.phase === 'before-request') {
        return { source, step: { ...step, timeStamp: Math.min(step.timeStamp, start) } };
      }
      const notAfter = step.phase === 'before-send-headers' ? Math.min(answered, end) : end;
      const timeStamp = LAST.includes(step.phase) ? notBefore : Math.min(notBefore, notAfter);
      return { source, step: { ...step, timeStamp } };
    });
}

const LAST: readonly ObservedStep['phase'][] = ['completed', 'error', 'before-redirect'];
const ON_THE_WAY: readonly ObservedStep['phase'][] = ['before-send-headers', 'headers-received'];

function missingPhases(
  request: ObservedRequest,
  finished: FinishedRequest,
): readonly ObservedStep['phase'][] {
  const { hops, outcome, endedAt } = chainOf(request);
  const hop = hops.findLast(({ url }) => url === finished.url);
  if (hop === undefined) return [];
  const heard = ON_THE_WAY.filter((phase) =>
    phase === 'headers-received' ? hop.response === null : hop.requestHeaders === null,
  );
  // Without its first step an OPTIONS call could be a preflight, or would seem to begin after its own preflight.
  const isBegun =
    finished.method !== 'OPTIONS' ||
    isPreflight(finished) ||
    hops.length > 1 ||
    request.steps.some(({ phase }) => phase === 'before-request');
  const onTheWay: readonly ObservedStep['phase'][] = isBegun ? heard : ['before-request', ...heard];
  if (endedAt === null)
    return finished.redirectUrl === null || isPreflight(finished) ? [...onTheWay, ...LAST] : [];
  const unexplained = outcome.type === 'error' && !isSpecific(outcome.error);
  if (unexplained || isPreflight(finished)) return onTheWay;
  return isBegun ? [] : ['before-request'];
}
