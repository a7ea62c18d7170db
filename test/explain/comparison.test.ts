import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { comparisonOf } from '../../src/explain/comparison.ts';
import { FAILED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

function compare(headerNames: string, headerList: HeaderList) {
  const exchange = sampleExchange({ preflight: samplePreflight({ headerNames }, { headerList }) });
  return comparisonOf(exchange, diagnose(exchange, CHROME));
}

test('each header has its verdict, and those that are not allowed come first', () => {
  const { origin, headers } = compare('x-a,x-b', [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Headers', 'X-A'],
  ]);
  expect(origin.verdict).toBe('allowed');
  expect(headers.verdict).toBe('not-allowed');
  expect(headers.asked).toEqual([
    { name: 'x-b', verdict: 'not-allowed' },
    { name: 'x-a', verdict: 'allowed' },
  ]);
});

test('an unreadable list allows no header', () => {
  const { headers } = compare('x-a', [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Headers', 'x-a; x-b'],
  ]);
  expect(headers.asked).toEqual([{ name: 'x-a', verdict: 'not-allowed' }]);
});

test('a wildcard that leaves one header out depends on the credentials, where they are not known', () => {
  const { headers, origin } = compare('x-a', [
    ['Access-Control-Allow-Origin', 'http://other.test'],
    ['Access-Control-Allow-Headers', '*'],
  ]);
  expect(origin.verdict).toBe('not-allowed');
  expect(headers.verdict).toBe('depends');
});

test('a wildcard for the origin is not allowed where credentials are included, and depends on them where not known', () => {
  const headerList = [['Access-Control-Allow-Origin', '*']] as const;
  const hop = {
    method: 'GET',
    requestHeaders: [['Cookie', '…']] as const,
    response: { status: 200, headerList },
  };
  const included = sampleExchange(hop);
  expect(comparisonOf(included, diagnose(included, CHROME)).origin.verdict).toBe('not-allowed');
  expect(compare('x-a', headerList).origin.verdict).toBe('depends');
});

test('without an answer nothing is known', () => {
  const preflight = { ...samplePreflight({ headerNames: 'x-a' }, {}), response: null };
  const exchange = sampleExchange({ preflight }, { outcome: FAILED });
  const { answered, headers, origin } = comparisonOf(exchange, diagnose(exchange, CHROME));
  expect([answered, headers.verdict, origin.verdict]).toEqual([false, 'unknown', 'unknown']);
});
