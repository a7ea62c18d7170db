import { expect, test } from 'vitest';
import type { CauseId } from '../../src/causes/cause.ts';
import { faultWords } from '../../src/causes/fault-words.ts';
import { headline } from '../../src/causes/headline.ts';
import { headlineLabel } from '../../src/causes/headline-label.ts';
import { adviceOn } from '../../src/causes/lookup.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange, Hop, Response } from '../../src/cors/exchange.ts';
import { consoleLine } from '../../src/explain/console-line.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const HOST = '127.0.0.1:11434';
const ORIGIN = ['Access-Control-Allow-Origin', PAGE] as const;

function preflighted(
  asked: Parameters<typeof samplePreflight>[0],
  answer: Parameters<typeof samplePreflight>[1],
): Exchange {
  return sampleExchange({ method: asked.method ?? 'POST', preflight: samplePreflight(asked, answer) });
}

function simple(response: Response, rest: Partial<Hop> = {}): Exchange {
  return sampleExchange({ method: 'GET', requestHeaders: [['Origin', PAGE]], response, ...rest });
}

const missing = preflighted({ headerNames: 'x-a' }, {});
const oneHeader = preflighted(
  { headerNames: 'x-a,x-b' },
  { headerList: [ORIGIN, ['Access-Control-Allow-Headers', 'X-A']] },
);
const fiveHeaders = preflighted({ headerNames: 'a,b,c,d,e' }, { headerList: [ORIGIN] });
const put = preflighted({ method: 'PUT' }, { headerList: [ORIGIN] });
const unauthorized = preflighted({}, { status: 401 });
const gateway = preflighted({}, { status: 302, headerList: [ORIGIN, ['Location', 'https://login.test/']] });
const other = simple({ status: 200, headerList: [['Access-Control-Allow-Origin', 'http://other.test']] });
const crashed = simple({ status: 500, headerList: [] });
const refused = sampleExchange({}, { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } });
const unknownError = sampleExchange({}, { outcome: { type: 'error', error: 'net::ERR_QUIC' } });

const VECTORS: readonly (readonly [
  what: string,
  exchange: Exchange,
  cause: CauseId,
  key: string,
  values: Readonly<Record<string, unknown>>,
])[] = [
  ['one header', oneHeader, 'header-not-allowed', 'headlineHeader', { host: HOST, names: ['x-b'] }],
  [
    'many headers are counted',
    fiveHeaders,
    'header-not-allowed',
    'headlineHeadersMore',
    { host: HOST, names: ['a', 'b', 'c'], count: '2' },
  ],
  ['a method', put, 'method-not-allowed', 'headlineMethod', { host: HOST, method: 'PUT' }],
  [
    'no CORS at all',
    missing,
    'not-configured',
    'headlineNotConfigured',
    { host: HOST, origin: PAGE, header: 'Access-Control-Allow-Origin' },
  ],
  ['a 401', unauthorized, 'preflight-login', 'headlinePreflightLogin', { host: HOST, status: '401' }],
  [
    'a gateway',
    gateway,
    'preflight-login-redirect',
    'headlinePreflightLoginRedirect',
    { host: HOST, location: 'https://login.test/' },
  ],
  [
    'another origin',
    other,
    'origin-not-allowed',
    'headlineOrigin',
    { host: HOST, allowed: 'http://other.test', origin: PAGE },
  ],
  ['a crash', crashed, 'error-without-cors', 'status500', { host: HOST, status: '500' }],
  ['a refused connection', refused, 'server-not-running', 'networkRefused', { host: HOST }],
  [
    'an error without words of its own',
    unknownError,
    'network-error',
    'networkOther',
    { host: HOST, error: 'ERR_QUIC' },
  ],
];

test.each(VECTORS)('the headline names %s', (_, exchange, cause, key, values) => {
  const diagnosis = diagnose(exchange, CHROME);
  const found = rootCause(exchange, diagnosis);
  expect(found?.id).toBe(cause);
  expect(headline(exchange, diagnosis, found)).toEqual({ key, values });
});

test('the headline doesn\'t say "passed" of an error status', () => {
  const exchange = sampleExchange(
    { requestHeaders: [['Origin', PAGE]], response: { status: 401, headerList: [ORIGIN] } },
    { outcome: { type: 'completed' } },
  );
  const sentence = { key: 'headlinePassedStatus', values: { host: HOST, status: '401' } };
  expect(headline(exchange, diagnose(exchange, CHROME), null)).toEqual(sentence);
});

test('the label of a row names the header, too', () => {
  const diagnosis = diagnose(oneHeader, CHROME);
  const label = headlineLabel(oneHeader, diagnosis, rootCause(oneHeader, diagnosis));
  expect(label).toEqual({ key: 'labelHeaders', values: { names: ['x-b'] } });
});

test('headers that are not allowed are one fault, with all their names', () => {
  const words = faultWords(fiveHeaders, diagnose(fiveHeaders, CHROME).failures);
  const sentence = {
    key: 'faultHeaders',
    values: { header: 'Access-Control-Allow-Headers', names: ['a', 'b', 'c', 'd', 'e'] },
  };
  expect(words).toContainEqual({ stage: 'preflight', when: 'always', hop: 0, sentence });
});

test("Chrome's line without credentials is given where the mode is not known, and said to be that", () => {
  expect(consoleLine(oneHeader, diagnose(oneHeader, CHROME))).toEqual({
    line: `Access to fetch at 'http://${HOST}/v1/chat/completions' from origin '${PAGE}' has been blocked by CORS policy: Request header field x-b is not allowed by Access-Control-Allow-Headers in preflight response.`,
    onlyWithoutCredentials: true,
  });
});

test('a fault of the preflight says so in the console, and another hop names both URLs', () => {
  expect(consoleLine(unauthorized, diagnose(unauthorized, CHROME))?.line).toContain(
    "policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header",
  );
  const second: Hop = { ...crashed.hops[0], url: 'http://b.test/' };
  const first: Hop = {
    ...crashed.hops[0],
    response: { status: 302, headerList: [ORIGIN, ['Location', second.url]] },
  };
  const redirected = { ...crashed, hops: [first, second] as const };
  expect(consoleLine(redirected, diagnose(redirected, CHROME))?.line).toContain(
    `Access to fetch at 'http://b.test/' (redirected from 'http://${HOST}/v1/chat/completions') from origin`,
  );
});

test('the console has no CORS line for what CORS did not block', () => {
  expect(consoleLine(refused, diagnose(refused, CHROME))).toBeNull();
});

test.each([
  ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access', 'networkLocal', 'hintLocal'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-extension', 'networkExtension', 'hintExtension'],
  ['net::ERR_FAILED', 'reason-untold', 'networkUnsaid', 'hintUnsaid'],
  ['blocked:mixed-content', 'mixed-content', 'networkMixed', 'hintMixed'],
  ['blocked:other', 'blocked-by-browser', 'networkBlocked', 'hintBlocked'],
])('%s has a cause and words of its own', (error, id, key, hint) => {
  const exchange = sampleExchange({}, { outcome: { type: 'error', error } });
  const cause = rootCause(exchange, diagnose(exchange, CHROME));
  if (cause === null) throw new Error('No cause.');
  expect(cause.id).toBe(id);
  expect(headline(exchange, diagnose(exchange, CHROME), cause).key).toBe(key);
  expect(adviceOn(exchange, cause)).toEqual([{ sentence: { key: hint, values: {} }, by: 'server' }]);
});

test.each([
  ['http://127.0.0.2:5174', 'networkLocal', 'hintLocal'],
  ['https://app.example.test', 'networkLocal', 'hintLocal'],
  ['http://app.example.test', 'networkLocalInsecure', 'hintLocalInsecure'],
])('for local network access a page of %s has the headline %s', (origin, key, hint) => {
  const error = 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS';
  const exchange = sampleExchange({}, { origin, outcome: { type: 'error', error } });
  const cause = rootCause(exchange, diagnose(exchange, CHROME));
  if (cause === null) throw new Error('No cause.');
  expect(headline(exchange, diagnose(exchange, CHROME), cause).key).toBe(key);
  expect(adviceOn(exchange, cause).map(({ sentence }) => sentence.key)).toEqual([hint]);
});
