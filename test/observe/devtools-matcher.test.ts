import { expect, test } from 'vitest';
import { DevtoolsMatcher } from '../../src/observe/devtools-matcher.ts';
import { addStep } from '../../src/observe/observed.ts';
import { RedirectChains } from '../../src/observe/redirect-chains.ts';
import { Counted } from './counted.ts';
import { Trace } from './trace.ts';

const API = 'http://127.0.0.1:11434';

function finished(url: string, startedAt: number) {
  const nothing = { requestHeaders: [], responseHeaders: [], redirectUrl: null, location: null };
  const request = {
    url,
    method: 'GET',
    resourceType: 'fetch',
    startedAt,
    endedAt: startedAt + 1,
    ...nothing,
  };
  return new RedirectChains('x').name({ ...request, status: 200, error: null });
}

/** Matches all that a trace shows, with what the requests are looked up in. */
function matcherOf({ events }: Trace): { readonly matcher: DevtoolsMatcher; readonly requests: Counted } {
  const requests = new Counted();
  const matcher = new DevtoolsMatcher(requests, 2_000);
  for (const event of events) {
    const before = requests.get(event.source.requestId);
    const request = addStep(before, event);
    requests.set(event.source.requestId, request);
    matcher.put(request, before);
  }
  return { matcher, requests };
}

/** How many requests are looked at for one of a flood that DevTools tells of, on average. */
function looksPerClaim(calls: number, urlOf: (n: number) => string): number {
  const trace = new Trace();
  for (let n = 0; n < calls; n++) trace.begin(n, 'GET', urlOf(n));
  const { matcher, requests } = matcherOf(trace);
  requests.looks = 0;
  for (const { source, step } of trace.events) {
    expect(matcher.match(finished(step.url, step.timeStamp), 7)).toBe(source.requestId);
  }
  return requests.looks / calls;
}

test('of a flood to as many URLs, only the one that is meant is looked at', () => {
  expect(looksPerClaim(2_000, (n) => `${API}/${n}`)).toBe(1);
});

test('match finds the hop that has the URL, and none that the browser has refused', () => {
  const redirectUrl = `${API}/b`;
  const followed = new Trace().begin(1, 'GET', `${API}/a`);
  followed.add<'before-redirect'>(1, 'GET', { phase: 'before-redirect', redirectUrl }, `${API}/a`);
  const { timeStamp } = followed.events[1]?.step ?? { timeStamp: 0 };
  expect(matcherOf(followed).matcher.match(finished(redirectUrl, timeStamp), 7)).toBe('1');
  const refused = followed.fail(1, 'GET', 'net::ERR_FAILED', `${API}/a`);
  expect(matcherOf(refused).matcher.match(finished(redirectUrl, timeStamp), 7)).toBeNull();
});
