import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { COMPLETED, FAILED, PAGE, sampleExchange } from './sample-exchange.ts';

const allowOrigin = (...values: string[]): HeaderList =>
  values.map((value) => ['access-control-allow-origin', value]);

function blockedBy(headerList: HeaderList, requestHeaders: HeaderList = [['Origin', PAGE]]) {
  return diagnose(sampleExchange({ requestHeaders, response: { status: 200, headerList } }), CHROME);
}

describe('the CORS check tells why an Access-Control-Allow-Origin does not match', () => {
  test.each([
    ['absent', allowOrigin(), 'MissingAllowOriginHeader', null],
    ['another origin', allowOrigin('http://localhost:3000'), 'AllowOriginMismatch', 'http://localhost:3000'],
    ['a trailing slash', allowOrigin(`${PAGE}/`), 'AllowOriginMismatch', `${PAGE}/`],
    ['upper case', allowOrigin('HTTP://LOCALHOST:5174'), 'AllowOriginMismatch', 'HTTP://LOCALHOST:5174'],
    ['no scheme', allowOrigin('localhost:5174'), 'AllowOriginMismatch', 'localhost:5174'],
    ['null', allowOrigin('null'), 'AllowOriginMismatch', 'null'],
    [
      'a URL of which a login and a fragment were cut',
      allowOrigin('https://…@a.test/#…'),
      'AllowOriginMismatch',
      'https://…@a.test/#…',
    ],
    ['a host with a byte beyond ASCII', allowOrigin('https://…'), 'InvalidAllowOriginValue', 'https://…'],
    ['empty', allowOrigin(''), 'InvalidAllowOriginValue', ''],
    ['true', allowOrigin('true'), 'InvalidAllowOriginValue', 'true'],
    ['a wildcard port', allowOrigin('http://localhost:*'), 'InvalidAllowOriginValue', 'http://localhost:*'],
    ['sent twice', allowOrigin('*', '*'), 'MultipleAllowOriginValues', '*, *'],
    ['a list', allowOrigin(`${PAGE} http://a.test`), 'MultipleAllowOriginValues', `${PAGE} http://a.test`],
  ])('%s', (_value, headerList, error, parameter) => {
    expect(blockedBy(headerList).failures[0]).toEqual({
      stage: 'response',
      error,
      parameter,
      when: 'always',
      hop: 0,
    });
  });
});

describe('the credentials mode is not guessed', () => {
  test('a wildcard that fails can only have failed with credentials', () => {
    const diagnosis = blockedBy(allowOrigin('*'));
    expect(diagnosis.credentials).toBe('included');
    expect(diagnosis.failures.map(({ error, when }) => [error, when])).toEqual([
      ['WildcardOriginNotAllowed', 'credentials-included'],
      ['InvalidAllowCredentials', 'credentials-included'],
    ]);
  });

  test('a wildcard that passes can only have passed without', () => {
    const exchange = sampleExchange(
      { requestHeaders: [['Origin', PAGE]], response: { status: 200, headerList: allowOrigin('*') } },
      { outcome: COMPLETED },
    );
    expect(diagnose(exchange, CHROME)).toMatchObject({
      outcome: 'allowed',
      failures: [],
      credentials: 'omitted',
    });
  });

  test('what fails either way tells nothing about it', () => {
    expect(blockedBy(allowOrigin('null')).credentials).toBe('unknown');
  });

  test.each([
    [
      'Sec-Fetch-Storage-Access is sent only with credentials',
      ['Sec-Fetch-Storage-Access', 'none'],
      'included',
    ],
    ['a cookie is sent only with credentials', ['Cookie', '…'], 'included'],
    ['a cross-site request without either omits them', ['Sec-Fetch-Site', 'cross-site'], 'omitted'],
    ['a same-site request without either may be either', ['Sec-Fetch-Site', 'same-site'], 'unknown'],
  ] as const)('%s', (_evidence, header, credentials) => {
    expect(blockedBy(allowOrigin('null'), [['Origin', PAGE], header]).credentials).toBe(credentials);
  });
});

test('a redirect that taints the origin is judged by null', () => {
  const first = sampleExchange({ url: 'http://a.test/', requestHeaders: [['Origin', PAGE]] }).hops[0];
  const redirect = {
    ...first,
    response: { status: 302, headerList: [...allowOrigin(PAGE), ['Location', 'http://b.test/']] },
  } as const;
  const last = {
    ...first,
    url: 'http://b.test/',
    requestHeaders: [],
    response: { status: 200, headerList: allowOrigin(PAGE) },
  };
  const { failures } = diagnose(sampleExchange({}, { hops: [redirect, last], outcome: FAILED }), CHROME);
  expect(failures[0]).toMatchObject({ error: 'AllowOriginMismatch', parameter: PAGE, hop: 1 });
});

test('a redirect to a URL with a password is refused', () => {
  const headerList: HeaderList = [
    ...allowOrigin(PAGE),
    ['Location', 'http://user:secret@b.test/'],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  const exchange = sampleExchange({
    requestHeaders: [['Origin', PAGE]],
    response: { status: 302, headerList },
  });
  expect(diagnose(exchange, CHROME).failures).toMatchObject([
    { stage: 'redirect', error: 'RedirectContainsCredentials', parameter: null },
  ]);
});

test('another net error is a failure of its own, not of CORS', () => {
  const exchange = sampleExchange({}, { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } });
  expect(diagnose(exchange, CHROME)).toMatchObject({
    outcome: 'failed',
    failures: [{ stage: 'network', error: 'net::ERR_CONNECTION_REFUSED' }],
  });
});

test('with an override in force the server is still judged by what it sent', () => {
  const exchange = sampleExchange(
    { requestHeaders: [['Origin', PAGE]], response: { status: 200, headerList: [] } },
    { outcome: COMPLETED, overridden: true },
  );
  expect(diagnose(exchange, CHROME)).toMatchObject({
    outcome: 'allowed',
    failures: [{ error: 'MissingAllowOriginHeader' }, { error: 'InvalidAllowCredentials' }],
  });
});
