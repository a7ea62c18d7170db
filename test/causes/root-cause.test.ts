import { describe, expect, test } from 'vitest';
import type { Cause } from '../../src/causes/cause.ts';
import { followedBy, rootCause } from '../../src/causes/root-cause.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import { steps } from '../../src/causes/steps.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange, Hop } from '../../src/cors/exchange.ts';
import { COMPLETED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import {
  CAUSE_TABLE,
  HEADERS,
  location,
  ORIGIN,
  passedPreflight,
  preflight,
  redirectedTo,
  simple,
} from './cause-table.ts';

function causeOf(exchange: Exchange): Cause | null {
  return rootCause(exchange, diagnose(exchange, CHROME));
}

test.each(CAUSE_TABLE)('%s', (_, exchange, id, others) => {
  const seen = seenAnswers([exchange, ...others]).beside(exchange);
  expect(rootCause(exchange, diagnose(exchange, CHROME), seen)?.id).toBe(id);
});

test('rootCause finds nothing for a call that passed', () => {
  expect(causeOf({ ...simple(200, [ORIGIN]), outcome: COMPLETED })).toBeNull();
});

test('a login page that was reached, and that allows nobody, is named as such', () => {
  const first: Hop = { ...simple(302, [ORIGIN, location('https://login.test/')]).hops[0] };
  const second: Hop = { ...simple(200).hops[0], url: 'https://login.test/' };
  const cause = causeOf(sampleExchange({}, { hops: [first, second] }));
  expect(cause).toMatchObject({ id: 'login-redirect', location: 'https://login.test/' });
});

test('a lost origin names the URL that redirects', () => {
  const exchange = redirectedTo('http://b.test/');
  expect(causeOf(exchange)).toMatchObject({ from: exchange.hops[0].url, origin: PAGE });
});

test('an override shows what the server itself would be blocked for', () => {
  expect(causeOf({ ...passedPreflight(200, []), outcome: COMPLETED, overridden: true })?.id).toBe(
    'response-without-cors',
  );
});

describe('two steps in a row', () => {
  const idsOf = (cause: Cause | null) => [cause?.id, cause?.next?.id ?? null];

  test('a 401 hides a list that lacks the header', () => {
    expect(idsOf(causeOf(preflight(401, [ORIGIN, HEADERS])))).toEqual([
      'preflight-login',
      'header-not-allowed',
    ]);
  });

  test('a 401 without lists hides nothing that is known', () => {
    expect(idsOf(causeOf(preflight(401, [ORIGIN])))).toEqual(['preflight-login', null]);
  });

  test('a CORS header on the request stays one where nothing answers for CORS', () => {
    const exchange = preflight(405, [], 'access-control-allow-origin');
    expect(idsOf(causeOf(exchange))).toEqual(['not-configured', 'response-header-on-request']);
  });

  test("a redirect that isn't allowed hides that the next hop loses the origin", () => {
    const exchange = simple(302, [location('http://b.test/')]);
    expect(idsOf(causeOf(exchange))).toEqual(['redirect-not-allowed', 'origin-lost-in-redirect']);
    expect(idsOf(causeOf(simple(302, [location('/b')])))).toEqual(['redirect-not-allowed', null]);
  });

  test('followedBy adds the step after the permission that a probe showed', () => {
    const denied = { type: 'error', error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' } as const;
    const exchange = sampleExchange({}, { outcome: denied });
    const first = causeOf(exchange);
    if (first === null) throw new Error('No cause.');
    expect(steps(exchange, first)).toEqual([]);
    const both = followedBy(first, preflight(403, [['Vary', 'Origin']]), CHROME);
    expect(steps(exchange, both).map(({ key }) => key)).toEqual(['networkLocal', 'headlineByStatus']);
    const passing = preflight(204, [ORIGIN, ['Access-Control-Allow-Headers', 'content-type, x-a']]);
    expect(followedBy(first, passing, CHROME)).toEqual(first);
  });
});
