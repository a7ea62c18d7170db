import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { explain } from '../../src/explain/explanation.ts';
import { sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
import { sampleContext } from './sample-context.ts';

/** What is said above the headers that are required of an answer to a preflight. */
function lead(url: string, status: number, headerList: HeaderList) {
  const exchange = sampleExchange({
    url,
    preflight: samplePreflight({ headerNames: 'x-a' }, { status, headerList }),
  });
  return explain(judge(exchange), sampleContext(exchange)).onServer.headersLead.key;
}

test('a server that repeats an origin which a proxy overwrote sends the right one by itself', () => {
  const own: HeaderList = [['Access-Control-Allow-Origin', 'http://192.168.40.1']];
  expect(lead('http://192.168.40.1:8081/webhook/1', 204, own)).toBe('fixHeadersFollow');
});

test('a server that allows another origin has to be made to send the right one', () => {
  const other: HeaderList = [['Access-Control-Allow-Origin', 'https://example.com']];
  expect(lead('http://192.168.40.1:8081/webhook/1', 204, other)).toBe('fixHeaders');
});

test('what the headers of an error lack shows once the error is gone', () => {
  expect(lead('https://api.example.com/', 401, [])).toBe('fixHeadersThen');
});
