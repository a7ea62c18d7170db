import { expect, test } from 'vitest';
import { type BrowserProfile, CHROME } from '../../src/cors/browser-profile.ts';
import { credentialsEvidence } from '../../src/cors/credentials-evidence.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { errorNameOf } from '../../src/cors/error-name.ts';
import type { Exchange, Hop } from '../../src/cors/exchange.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';
import { requiredHeaders } from '../../src/explain/required-headers.ts';
import { API, PAGE, sampleExchange, samplePreflight } from './sample-exchange.ts';

/** What a browser names, in its order, of a call that it stopped. */
function errorsBy(profile: BrowserProfile, hop: Partial<Hop>, rest: Partial<Exchange> = {}) {
  const outcome = { type: 'error', error: profile.corsNetError } as const;
  const exchange = sampleExchange(hop, { outcome, ...rest });
  const { failures } = diagnose(exchange, profile);
  return failures.map((failure) => errorNameOf(exchange, failure, profile));
}

function answer(headerList: HeaderList, status = 200) {
  return { response: { status, headerList }, requestHeaders: [['Origin', PAGE]] } as const;
}

test.each([
  ['nothing', [], 'MissingAllowOriginHeader', 'CORSMissingAllowOrigin2'],
  [
    'another origin',
    [['Access-Control-Allow-Origin', 'http://localhost:1']],
    'AllowOriginMismatch',
    'CORSAllowOriginNotMatchingOrigin',
  ],
  [
    'no origin',
    [['Access-Control-Allow-Origin', 'true']],
    'InvalidAllowOriginValue',
    'CORSAllowOriginNotMatchingOrigin',
  ],
  [
    'a list',
    [['Access-Control-Allow-Origin', `${PAGE}, ${API}`]],
    'MultipleAllowOriginValues',
    'CORSAllowOriginNotMatchingOrigin',
  ],
  [
    'the header twice',
    [
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Allow-Origin', PAGE],
    ],
    'MultipleAllowOriginValues',
    'CORSMultipleAllowOriginNotAllowed',
  ],
  [
    'the header twice in lower case',
    [
      ['access-control-allow-origin', PAGE],
      ['access-control-allow-origin', PAGE],
    ],
    'MultipleAllowOriginValues',
    'CORSAllowOriginNotMatchingOrigin',
  ],
] as const)('an answer with %s has a name in each browser', (_what, headerList, chrome, firefox) => {
  expect(errorsBy(CHROME, answer(headerList))[0]).toBe(chrome);
  expect(errorsBy(FIREFOX, answer(headerList))[0]).toBe(firefox);
});

test('what is repeated may be empty in Firefox, in lower case', () => {
  const repeated = (name: string) => answer([...['', PAGE].map((value) => [name, value] as const)]);
  const completed = { outcome: { type: 'completed' } } as const;
  const failuresBy = (profile: BrowserProfile, name: string) => errorsBy(profile, repeated(name));
  expect(failuresBy(CHROME, 'access-control-allow-origin')[0]).toBe('MultipleAllowOriginValues');
  expect(failuresBy(FIREFOX, 'Access-Control-Allow-Origin')[0]).toBe('CORSMultipleAllowOriginNotAllowed');
  const passed = sampleExchange(repeated('access-control-allow-origin'), completed);
  expect(diagnose(passed, FIREFOX)).toMatchObject({ outcome: 'allowed', failures: [] });
});

test('Firefox looks at a redirected preflight after its headers, and is through with the methods before it parses the headers', () => {
  const headerList = [
    ['Location', '/login'],
    ['Access-Control-Allow-Headers', 'x y'],
  ] as const;
  const preflight = samplePreflight({ method: 'PUT' }, { status: 302, headerList });
  expect(errorsBy(CHROME, { preflight })).toEqual([
    'PreflightDisallowedRedirect',
    'PreflightMissingAllowOriginHeader',
    'PreflightInvalidAllowCredentials',
    'InvalidAllowHeadersPreflightResponse',
    'MethodDisallowedByPreflightResponse',
  ]);
  expect(errorsBy(FIREFOX, { preflight })).toEqual([
    'CORSMissingAllowOrigin2',
    'CORSMissingAllowCredentials',
    'CORSExternalRedirectNotAllowed',
    'CORSMethodNotFound',
    'CORSInvalidAllowHeader',
  ]);
});

test('in Firefox, too, a wildcard covers Authorization', () => {
  const headerList = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Headers', '*'],
  ] as const;
  const preflight = samplePreflight({ headerNames: 'authorization' }, { headerList });
  const hop = { preflight, requestHeaders: [['Origin', PAGE]], response: null } as const;
  expect(diagnose(sampleExchange(hop, { outcome: { type: 'completed' } }), FIREFOX).failures).toEqual([]);
});

const ELSEWHERE = 'http://127.0.0.1:8080/';

/** A redirect from a foreign origin to `url`, whose preflight is answered with `headerList`. */
function redirectedTo(url: string, headerList: HeaderList): Exchange {
  const first: Hop = {
    url: API,
    method: 'PUT',
    preflight: null,
    requestHeaders: [['Origin', PAGE]],
    response: {
      status: 307,
      headerList: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Location', url],
      ],
    },
  };
  const preflight = samplePreflight({ method: 'PUT' }, { headerList });
  const second: Hop = { ...first, url, preflight, requestHeaders: null, response: null };
  const outcome = { type: 'error', error: FIREFOX.corsNetError } as const;
  return sampleExchange({}, { hops: [first, second], outcome });
}

test('a preflight of Firefox carries the page’s origin whatever redirects did, and the call carries null', () => {
  const exchange = redirectedTo(ELSEWHERE, [['Access-Control-Allow-Origin', PAGE]]);
  expect(requiredHeaders(exchange, diagnose(exchange, FIREFOX))).toEqual([
    { on: 'preflight', name: 'Access-Control-Allow-Methods', value: 'PUT' },
    { on: 'response', name: 'Access-Control-Allow-Origin', value: 'null' },
  ]);
});

test('a preflight of Firefox back to the page’s origin needs no Access-Control-Allow-Origin', () => {
  const { failures } = diagnose(redirectedTo(`${PAGE}/`, []), FIREFOX);
  expect(failures.map(({ error }) => error)).toEqual(['MethodDisallowedByPreflightResponse']);
});

test.each([
  ['data:,x', 'NS_ERROR_CORRUPTED_CONTENT', ['CorsDisabledScheme', 'MissingAllowOriginHeader']],
  ['app:x', 'NS_ERROR_DOM_BAD_URI', ['MissingAllowOriginHeader', 'CorsDisabledScheme']],
])('Firefox refuses a redirect to %s in its own order', (location, error, expected) => {
  const response = { status: 302, headerList: [['Location', location]] } as const;
  const hop = {
    response,
    requestHeaders: [
      ['Origin', PAGE],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
  } as const;
  const { outcome, failures } = diagnose(sampleExchange(hop, { outcome: { type: 'error', error } }), FIREFOX);
  expect(outcome).toBe('blocked');
  expect(failures.map((failure) => failure.error)).toEqual(expected);
});

test('Firefox tells by a preflight whether credentials are included, and not by what a redirect led to', () => {
  const crossSite = [['Sec-Fetch-Site', 'cross-site']] as const;
  const preflightWith = (more: HeaderList) => {
    const preflight = samplePreflight({}, {});
    return { ...preflight, requestHeaders: [...preflight.requestHeaders, ...crossSite, ...more] };
  };
  const evidence = (hop: Partial<Hop>, profile: BrowserProfile = FIREFOX) =>
    credentialsEvidence(sampleExchange(hop), profile);
  expect(evidence({ preflight: preflightWith([]) })).toBe('omit');
  expect(evidence({ preflight: preflightWith([]) }, CHROME)).toBe(null);
  expect(evidence({ preflight: preflightWith([['Sec-Fetch-Storage-Access', 'none']]) })).toBe('include');
  const { hops } = sampleExchange({ url: `${PAGE}/` });
  const [first] = hops;
  const redirected = sampleExchange({}, { hops: [first, { ...first, url: API, requestHeaders: crossSite }] });
  expect(credentialsEvidence(redirected, FIREFOX)).toBe(null);
  expect(credentialsEvidence(redirected, CHROME)).toBe('omit');
});

test.each([
  ['accept', 'x\u00e9', true, false],
  ['content-type', 'text/plain; x=\u00e9', true, false],
  ['content-type', 'text/plain; x=y,z', true, false],
  ['content-type', 'text/plain; x=y; ', true, false],
  ['content-type', 'text/plain;', false, false],
  ['content-type', 'text/plain; x=y;;z', false, false],
  ['range', 'bytes=0-18446744073709551615', false, true],
  ['range', 'bytes=0-18446744073709551616', true, true],
  ['dpr', '2', true, false],
  ['user-agent', 'mine', true, false],
])('%s: %s needs leave in Firefox: %s, in Chrome: %s', (name, value, firefox, chrome) => {
  expect(unsafeRequestHeaderNames([[name, value]], FIREFOX)).toEqual(firefox ? [name] : []);
  expect(unsafeRequestHeaderNames([[name, value]], CHROME)).toEqual(chrome ? [name] : []);
});
