import { expect, test } from 'vitest';
import { addStep } from '../../src/observe/observed.ts';
import { PreflightMatcher } from '../../src/observe/preflight-matcher.ts';
import { Counted } from './counted.ts';
import { floodOf } from './trace.ts';

/** How many requests are looked at for one event of a flood, on average. */
function looksPerEvent(calls: number, underWay: number): number {
  const requests = new Counted();
  const matcher = new PreflightMatcher(requests);
  const ids = Array.from({ length: calls }, (_, n) => 1_000 + n * 10);
  const { events } = floodOf(ids, underWay);
  for (const event of events) {
    const { requestId } = event.source;
    const before = requests.get(requestId);
    const request = addStep(before, event);
    requests.set(requestId, request);
    matcher.put(request, before);
    matcher.rematch(request);
  }
  return requests.looks / events.length;
}

test.each([6, 600])(
  'what an event of a flood of calls to one URL costs, %i under way at a time, does not grow with the flood',
  (underWay) => {
    const [short, long] = [looksPerEvent(800, underWay), looksPerEvent(3_200, underWay)];
    expect(long).toBeLessThan(2 * short);
  },
);
