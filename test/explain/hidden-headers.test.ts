import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { hiddenHeadersOf } from '../../src/explain/hidden-headers.ts';
import { judge } from '../../src/explain/judged-exchange.ts';
import { COMPLETED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';

/** What is hidden of an answer to a GET that passed with and without credentials. */
function hidden(exposed: string | null, requestHeaders: HeaderList) {
  const headerList: HeaderList = [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Vary', 'Origin'],
    ['X-Total', '7'],
    ...(exposed === null ? [] : [['Access-Control-Expose-Headers', exposed] as const]),
  ];
  const hop = { method: 'GET', requestHeaders, response: { status: 200, headerList } };
  return hiddenHeadersOf(judge(sampleExchange(hop, { outcome: COMPLETED })));
}

const UNKNOWN: HeaderList = [['Sec-Fetch-Site', 'same-site']];
const INCLUDED: HeaderList = [['Cookie', '…']];
const OMITTED: HeaderList = [['Sec-Fetch-Site', 'cross-site']];

test('where the credentials mode is unknown, a wildcard is said to hide headers only if they are included', () => {
  expect(hidden('*', UNKNOWN)).toEqual({
    names: ['x-total'],
    when: 'credentials-included',
    exposing: 'x-total',
  });
});

test('where the mode is known, a wildcard hides headers or does not, without condition', () => {
  expect(hidden('*', INCLUDED)).toMatchObject({ names: ['x-total'], when: 'always' });
  expect(hidden('*', OMITTED)).toBeNull();
});

test('what is hidden in either mode is said without condition', () => {
  for (const mode of [UNKNOWN, INCLUDED, OMITTED]) {
    expect(hidden(null, mode)).toMatchObject({ names: ['x-total'], when: 'always' });
    expect(hidden('X-Total', mode)).toBeNull();
  }
});
