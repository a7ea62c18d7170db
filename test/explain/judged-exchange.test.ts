import { expect, test } from 'vitest';
import { addedTokens, certainHeaders } from '../../src/explain/certain-headers.ts';
import { resultOf } from '../../src/explain/judged-exchange.ts';
import { laterCall } from '../../src/explain/later-call.ts';
import { timelineOf } from '../../src/explain/timeline.ts';
import { visibleText } from '../../src/report/visible-text.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const allowAll = [['Access-Control-Allow-Origin', PAGE]] as const;
const preflight = samplePreflight(
  { headerNames: 'x-a,x-b' },
  { headerList: [...allowAll, ['Access-Control-Allow-Headers', 'X-A']] },
);
const sent = { requestHeaders: [['Origin', PAGE]] as const, response: { status: 200, headerList: allowAll } };

const blocked = judge(sampleExchange({ preflight }, { startedAt: 20 }));
const passed = judge(sampleExchange(sent, { startedAt: 10, outcome: COMPLETED }));
const helped = judge(
  sampleExchange({ preflight, ...sent }, { startedAt: 30, outcome: COMPLETED, overridden: true }),
);

test('resultOf marks calls that passed only thanks to an override', () => {
  expect([blocked, passed, helped].map(resultOf)).toEqual(['blocked', 'passed', 'overridden']);
});

test('the later call is the last one like it, and none before it', () => {
  expect(laterCall([blocked, passed, helped], blocked)).toBe(helped);
  expect(laterCall([blocked, passed, helped], helped)).toBeNull();
});

test('Chrome stopped after the preflight, and the request was not sent', () => {
  const tones = timelineOf(blocked).map(({ tone }) => tone);
  expect(tones).toEqual(['plain', 'plain', 'stopped', 'skipped']);
});

test('certainHeaders separates headers that only credentials need', () => {
  const { always, withCredentials } = certainHeaders(blocked.exchange, blocked.diagnosis);
  expect(always.map(({ on, name }) => `${on} ${name}`)).toEqual([
    'preflight Access-Control-Allow-Headers',
    'response Access-Control-Allow-Origin',
  ]);
  expect(new Set(withCredentials.map(({ name }) => name))).toEqual(
    new Set(['Access-Control-Allow-Credentials']),
  );
  expect(always.flatMap((header) => addedTokens(blocked.exchange, header))).toEqual(['x-b']);
});

test("a right-to-left override is written out, and other languages' letters stay", () => {
  expect(visibleText('a\u202eb\u0000 é 源\n')).toBe('a\\u{202e}b\\u{0} é 源\n');
});
