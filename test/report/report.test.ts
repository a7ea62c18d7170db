import { expect, test } from 'vitest';
import { redactHeaderList, redactUrl, toReport } from '../../src/report/index.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

test('of a redirected request, the report has the URL, preflight and response of the last hop alone', () => {
  const [hop] = sampleExchange({}).hops;
  const redirected = {
    ...hop,
    url: 'http://127.0.0.1:1/moved',
    preflight: samplePreflight({ headerNames: 'x-first' }, { status: 204 }),
    response: { status: 307, headerList: [['Location', hop.url]] as const },
  };
  const last = { ...hop, preflight: null, response: { status: 200, headerList: [['X-Last', '1']] as const } };
  const [reported] = toReport('Test/1', [sampleExchange({}, { hops: [redirected, last] })]).exchanges;
  expect(reported).toMatchObject({
    url: hop.url,
    preflight: null,
    response: { status: 200, responseHeaders: [['X-Last', '1']] },
  });
  expect(JSON.stringify(reported)).not.toMatch(/moved|Location/);
});

test('a blocked exchange is reported with preflight, faults, cause and what makes it pass', () => {
  const preflight = samplePreflight(
    { headerNames: 'x-custom' },
    {
      headerList: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Credentials', 'true'],
      ],
    },
  );
  expect(toReport('Test/1', [sampleExchange({ preflight })])).toEqual({
    format: 'preflight-inspector/report',
    version: 1,
    browser: 'Test/1',
    exchanges: [
      {
        url: 'http://127.0.0.1:11434/v1/chat/completions',
        method: 'POST',
        origin: PAGE,
        tabId: 7,
        startedAt: 1_000,
        outcome: 'blocked',
        preflight: {
          status: 204,
          requestHeaders: preflight.requestHeaders,
          responseHeaders: preflight.response?.headerList,
        },
        response: null,
        failures: [
          {
            stage: 'preflight',
            error: 'HeaderDisallowedByPreflightResponse',
            parameter: 'x-custom',
            when: 'always',
          },
        ],
        credentials: 'unknown',
        cause: 'header-not-allowed',
        requiredHeaders: [
          { on: 'preflight', name: 'Access-Control-Allow-Headers', value: 'x-custom' },
          { on: 'response', name: 'Access-Control-Allow-Origin', value: PAGE },
          { on: 'response', name: 'Access-Control-Allow-Credentials', value: 'true' },
        ],
        overridden: false,
      },
    ],
  });
});

test('the oldest comes first', () => {
  const started = (id: string, startedAt: number) => sampleExchange({}, { id, startedAt });
  const { exchanges } = toReport('Test/1', [started('2', 20), started('1', 10)]);
  expect(exchanges.map(({ startedAt }) => startedAt)).toEqual([10, 20]);
});

test('secret header values are cut, in any spelling of the name', () => {
  expect(
    redactHeaderList([
      ['AUTHORIZATION', 'Bearer s3cret'],
      ['Set-Cookie', 'a=s3cret'],
      ['X-Other', 'kept'],
    ]),
  ).toEqual([
    ['AUTHORIZATION', '…'],
    ['Set-Cookie', '…'],
    ['X-Other', 'kept'],
  ]);
});

test.each([
  ['Location', 'http://user:s3cret@a.test/p#s3cret', 'http://…@a.test/p#…'],
  ['Location', '/next?q=1#access_token=s3cret', '/next?q=1#…'],
  ['Location', '//user:s3cret@a.test/', '//%E2%80%A6@a.test/'],
  ['Location', 'http:\\\\user:s3cret@a.test', 'http://%E2%80%A6@a.test/'],
  ['Location', '/@vite/client', '/@vite/client'],
  ['Referer', 'http://s3cret@a.test/', 'http://…@a.test/'],
  ['Content-Security-Policy', 'report-uri https://s3cret@a.test/1', 'report-uri https://…@a.test/1'],
  ['Access-Control-Allow-Origin', 'https://a.test', 'https://a.test'],
])('%s: %s is kept as %s', (name, value, kept) =>
  expect(redactHeaderList([[name, value]])).toEqual([[name, kept]]),
);

test('a redirect to a URL with a login stays the fault that it is', () => {
  const [[, value = ''] = []] = redactHeaderList([['Location', '//user:s3cret@a.test/']]);
  expect(new URL(value, PAGE).username).not.toBe('');
});

test('queries in headers that hold URLs among others are cut where they are given away', () => {
  const link = '<https://a.test/?page=2&access_token=s3cret>; rel="next"';
  const headerList = [['Link', link]] as const;
  const preflight = samplePreflight({}, { headerList });
  const [reported] = toReport('Test/1', [sampleExchange({ preflight })]).exchanges;
  expect(reported?.preflight?.responseHeaders).toEqual([
    ['Link', '<https://a.test/?page=2&access_token=…>; rel="next"'],
  ]);
});

test.each([
  ['http://a.test/p?api_key=s3cret&q=1#part', 'http://a.test/p?api_key=…&q=1'],
  ['http://user:s3cret@a.test/?Access-Token=s3cret', 'http://a.test/?Access-Token=…'],
  ['http://a.test/?user[password]=s3cret&token[]=s3cret', 'http://a.test/?user[password]=…&token[]=…'],
  ['http://a.test/?%61pi_key=s3cret', 'http://a.test/?%61pi_key=…'],
  ['http://a.test/?%zz=1&token', 'http://a.test/?%zz=1&token'],
  ['/relative?token=s3cret', '/relative?token=…'],
])('%s is reported as %s', (url, reported) => expect(redactUrl(url)).toBe(reported));
