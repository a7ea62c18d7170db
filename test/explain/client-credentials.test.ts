import { expect, test } from 'vitest';
import { clientCredentials } from '../../src/causes/client-credentials.ts';
import { comparisonOf } from '../../src/explain/comparison.ts';
import { FAILED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

/** A call whose preflight allows neither its headers nor credentials: by that alone its mode isn't known. */
function callWith(headerNames: string) {
  const allowed = [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Headers', 'x-other'],
  ] as const;
  const preflight = samplePreflight({ headerNames }, { headerList: allowed });
  return sampleExchange({ preflight, requestHeaders: null, response: null }, { outcome: FAILED });
}

test('a library that always includes credentials settles the mode', () => {
  const call = callWith('x-appwrite-project');
  expect(clientCredentials(call)).toMatchObject({ client: { name: 'Appwrite' }, mode: 'include' });
  const { diagnosis } = judge(call);
  expect(diagnosis.credentials).toBe('included');
  expect(comparisonOf(call, diagnosis).credentials.client).toBe('Appwrite');
});

test('a library with an unknown credentials mode settles nothing', () => {
  expect(clientCredentials(callWith('sentry-trace'))).toBeNull();
  expect(clientCredentials(callWith('authorization'))).toBeNull();
  expect(judge(callWith('sentry-trace')).diagnosis.credentials).toBe('unknown');
});

test("the request's own evidence wins over the library's", () => {
  const headerNames = 'x-appwrite-project';
  const preflight = samplePreflight(
    { headerNames },
    {
      headerList: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Headers', headerNames],
        ['Access-Control-Allow-Credentials', 'true'],
      ],
    },
  );
  const requestHeaders = [
    ['Origin', PAGE],
    ['Sec-Fetch-Site', 'cross-site'],
  ] as const;
  const call = sampleExchange({ preflight, requestHeaders });
  const { diagnosis } = judge(call);
  expect(diagnosis.credentials).toBe('omitted');
  expect(comparisonOf(call, diagnosis).credentials.client).toBeNull();
});
