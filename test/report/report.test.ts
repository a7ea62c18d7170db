import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { SERVICE_WORKER } from '../../src/cors/owner.ts';
import { toReport } from '../../src/report/report.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

test("the report has only the last hop's URL, preflight and response of a redirected request", () => {
  const [hop] = sampleExchange({}).hops;
  const redirected = {
    ...hop,
    url: 'http://127.0.0.1:1/moved',
    preflight: samplePreflight({ headerNames: 'x-first' }, { status: 204 }),
    response: { status: 307, headerList: [['Location', hop.url]] as const },
  };
  const last = { ...hop, preflight: null, response: { status: 200, headerList: [['X-Last', '1']] as const } };
  const [reported] = toReport('Test/1', [sampleExchange({}, { hops: [redirected, last] })], CHROME).exchanges;
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
  expect(toReport('Test/1', [sampleExchange({ preflight })], CHROME)).toEqual({
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

test('the report puts the oldest exchange first', () => {
  const started = (id: string, startedAt: number) => sampleExchange({}, { id, startedAt });
  const { exchanges } = toReport('Test/1', [started('2', 20), started('1', 10)], CHROME);
  expect(exchanges.map(({ startedAt }) => startedAt)).toEqual([10, 20]);
});

test('version 1 of the report has of what CORS decides nothing about only what the browser stopped', () => {
  const opaque = { type: 'no-cors' } as const;
  const exchanges = [
    sampleExchange({}, { id: 'stopped', outside: opaque, startedAt: 1 }),
    sampleExchange({}, { id: 'opaque', outside: opaque, outcome: COMPLETED, startedAt: 2 }),
    sampleExchange({}, { id: 'socket', outside: { type: 'websocket', received: 0 }, startedAt: 3 }),
    sampleExchange({}, { id: 'worker', outside: { type: 'service-worker', from: null }, startedAt: 4 }),
    sampleExchange({}, { id: 'file', outside: { type: 'local-url' }, startedAt: 5 }),
    sampleExchange({}, { id: 'cors', startedAt: 6 }),
  ];
  const told = toReport('Test/1', exchanges, CHROME).exchanges;
  expect(told.map(({ startedAt }) => startedAt)).toEqual([1, 6]);
});

test('the tab of a service worker is written as -1', () => {
  const report = toReport('Test/1', [sampleExchange({}, { owner: SERVICE_WORKER })], CHROME);
  expect(report.exchanges[0]?.tabId).toBe(-1);
});

test('the report cuts queries in headers that hold URLs', () => {
  const link = '<https://a.test/?page=2&access_token=s3cret>; rel="next"';
  const headerList = [['Link', link]] as const;
  const preflight = samplePreflight({}, { headerList });
  const [reported] = toReport('Test/1', [sampleExchange({ preflight })], CHROME).exchanges;
  expect(reported?.preflight?.responseHeaders).toEqual([
    ['Link', '<https://a.test/?page=2&access_token=…>; rel="next"'],
  ]);
});

test("the report cuts secrets from a failure's parameter", () => {
  const headerList = [
    ['Access-Control-Allow-Origin', 'https://user:s3cret@a.test/?token=s3cret#s3cret'],
  ] as const;
  const preflight = samplePreflight({}, { headerList });
  const report = toReport('Test/1', [sampleExchange({ preflight })], CHROME);
  expect(report.exchanges[0]?.failures[0]).toMatchObject({
    error: 'PreflightAllowOriginMismatch',
    parameter: 'https://…@a.test/?token=…#…',
  });
  expect(JSON.stringify(report)).not.toContain('s3cret');
});
