import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { factsOf } from '../../src/explain/facts.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const ALLOW = 'Access-Control-Allow-';

function facts(headerNames: string, headerList: HeaderList) {
  const preflight = samplePreflight({ headerNames }, { headerList });
  return factsOf(judge(sampleExchange({ preflight })), null);
}

test('headers that are not allowed are one fault, and nothing else is wrong', () => {
  const answer = [
    [`${ALLOW}Origin`, PAGE],
    [`${ALLOW}Credentials`, 'true'],
  ] as const;
  expect(facts('x-a,x-b', answer)).toEqual({
    who: null,
    more: 0,
    moreWithCredentials: false,
    isError: false,
    hides: false,
  });
});

test("factsOf doesn't count faults that only credentials cause", () => {
  expect(facts('x-a', [[`${ALLOW}Origin`, PAGE]])).toMatchObject({ more: 0, moreWithCredentials: true });
});

test('factsOf counts a fault beside the first', () => {
  expect(facts('x-a', [[`${ALLOW}Headers`, 'x-b']])).toMatchObject({ more: 1 });
});

test('factsOf names who answered, unless the user chose a stack', () => {
  const exchange = sampleExchange({
    preflight: samplePreflight(
      { headerNames: 'x-a' },
      { status: 404, headerList: [['X-Powered-By', 'Express']] },
    ),
  });
  expect(factsOf(judge(exchange), null).who?.stack).toBe('express');
  expect(factsOf(judge(exchange), 'headers-only').who).toBeNull();
});
