import fc from 'fast-check';

/** Header values may hold what only the request tells: `{origin}`, `{method}`, `{asked}` and so on (see answer.ts). */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Where a hop leads: two APIs on 127.0.0.1, one on the page's own host with another port, or the page's own origin. */
const TARGETS = ['api', 'other', 'same-site', 'page'] as const;
export type Target = (typeof TARGETS)[number];

/** What a redirect's Location looks like. */
type Location = 'plain' | 'with-password' | 'data-url' | 'custom-scheme';

export interface OracleHop {
  readonly target: Target;
  readonly preflight: Answer;
  readonly response: Answer;
  /** How the redirect to the next hop is written; null on the last hop. */
  readonly location: Location | null;
}

/** One request that a page makes, and how servers answer it. */
export interface OracleCase {
  readonly api: 'fetch' | 'xhr';
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly hops: readonly OracleHop[];
}

type Weighted<Value> = { readonly weight: number; readonly arbitrary: fc.Arbitrary<Value> };

function weighted<Value>(weight: number, ...values: Value[]): Weighted<Value> {
  return { weight, arbitrary: fc.constantFrom(...values) };
}

/** A header's lines, in one spelling or the other: to Firefox it makes a difference. */
function headers(name: string, ...choices: Weighted<readonly string[]>[]): fc.Arbitrary<Answer['headers']> {
  const spelling = fc.oneof(weighted(4, name), weighted(1, name.toLowerCase()));
  return fc
    .tuple(spelling, fc.oneof(...choices))
    .map(([spelled, values]) => values.map((value) => [spelled, value] as const));
}

const RIGHT = 10;

const allowOrigin = headers(
  'Access-Control-Allow-Origin',
  weighted(RIGHT * 3, ['{origin}']),
  weighted(RIGHT, ['*']),
  weighted(3, []),
  weighted(
    4,
    ['http://localhost:1'],
    ['{origin}/'],
    ['{bare}'],
    ['null'],
    ['{ORIGIN}'],
    ['https://example.test/path'],
  ),
  weighted(
    4,
    [''],
    ['true'],
    ['"*"'],
    ['http://localhost:*'],
    ['http://exämple.test'],
    ['none'],
    ['http://'],
  ),
  weighted(
    2,
    ['*', '*'],
    ['{origin}', 'http://localhost:3000'],
    ['{origin}, *'],
    ['{origin} *'],
    ['{origin},{origin}'],
    ['{origin}', '{origin}'],
    ['', '{origin}'],
    ['{origin}', ''],
  ),
  weighted(1, ['  {origin}\t'], ['\t*']),
);

const allowCredentials = headers(
  'Access-Control-Allow-Credentials',
  weighted(RIGHT, ['true']),
  weighted(3, []),
  weighted(1, ['True'], ['false'], ['1'], ['true', 'true'], ['', 'true'], ['  true '], [''], ['true, true']),
);

const allowMethods = headers(
  'Access-Control-Allow-Methods',
  weighted(RIGHT, ['{method}'], ['GET, {method}, POST'], ['{method}', 'PUT']),
  weighted(3, [], ['*'], ['GET'], ['{methodLower}'], ['PUT,,\t, DELETE'], ['{methodUpper}']),
  weighted(
    1,
    ['GET POST'],
    ['GET; POST'],
    ['"GET"'],
    [''],
    ['GET, {method}, b@d'],
    ['GÉT'],
    ['{method}', '('],
  ),
);

const allowHeaders = headers(
  'Access-Control-Allow-Headers',
  weighted(RIGHT, ['{asked}'], ['{ASKED}, x-more'], ['{asked}', 'x-more'], ['\t{asked},,']),
  weighted(3, [], ['*'], ['{askedButOne}'], ['content-type'], ['authorization, *']),
  weighted(1, ['{asked}; x'], ['x y'], ['"{asked}"'], [''], ['{asked}, b@d'], ['x-ä'], ['*', '<script>']),
);

const corsHeaders = fc.tuple(allowOrigin, allowCredentials).map((parts) => parts.flat());

const preflightStatus = fc.oneof(
  weighted(RIGHT * 2, 200, 204, 299),
  weighted(2, 401, 403, 404, 405, 500, 501, 503, 300, 304),
  weighted(1, 301, 302, 303, 307, 308),
);

const preflight: fc.Arbitrary<Answer> = fc
  .tuple(
    preflightStatus,
    corsHeaders,
    allowMethods,
    allowHeaders,
    fc.constantFrom([], ['0'], ['600'], ['x']),
    fc.boolean(),
  )
  .map(([status, cors, methods, names, maxAge, located]) => ({
    status,
    headers: [
      ...cors,
      ...methods,
      ...names,
      ...maxAge.map((value) => ['Access-Control-Max-Age', value] as const),
      ...(status > 300 && status !== 304 && status < 400 && located
        ? [['Location', '{elsewhere}'] as const]
        : []),
    ],
  }));

const responseStatus = fc.oneof(weighted(RIGHT, 200), weighted(1, 201, 204, 400, 401, 404, 500, 300, 304));

const response: fc.Arbitrary<Answer> = fc
  .tuple(responseStatus, corsHeaders)
  .map(([status, cors]) => ({ status, headers: cors }));

const location: fc.Arbitrary<Location> = fc.oneof(
  weighted<Location>(RIGHT, 'plain'),
  weighted<Location>(5, 'with-password', 'data-url', 'custom-scheme'),
);

const redirect: fc.Arbitrary<Answer> = fc
  .tuple(fc.constantFrom(301, 302, 303, 307, 308), corsHeaders)
  .map(([status, cors]) => ({ status, headers: cors }));

function hopTo(targets: readonly Target[], last: boolean): fc.Arbitrary<OracleHop> {
  return fc.record({
    target: fc.constantFrom(...targets),
    preflight,
    response: last ? response : redirect,
    location: last ? fc.constant(null) : location,
  });
}

const CROSS_ORIGIN: readonly Target[] = ['api', 'other', 'same-site'];

const hops: fc.Arbitrary<readonly OracleHop[]> = fc.oneof(
  { weight: 14, arbitrary: fc.tuple(hopTo(CROSS_ORIGIN, true)) },
  { weight: 4, arbitrary: fc.tuple(hopTo(CROSS_ORIGIN, false), hopTo(TARGETS, true)) },
  { weight: 1, arbitrary: fc.tuple(hopTo(['page'], false), hopTo(CROSS_ORIGIN, true)) },
  { weight: 1, arbitrary: fc.tuple(hopTo(TARGETS, false), hopTo(CROSS_ORIGIN, false), hopTo(TARGETS, true)) },
);

/** So many safelisted headers of 128 bytes each: eight make 1,024 bytes, the most that needs no leave. */
function longValues(count: number): Record<string, string> {
  const names = [
    'accept',
    'accept-language',
    'content-language',
    'dpr',
    'rtt',
    'width',
    'downlink',
    'viewport-width',
  ];
  return Object.fromEntries(
    [...names, 'device-memory'].slice(0, count).map((name) => [name, '1'.repeat(128)]),
  );
}

const requestHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  weighted<Record<string, string>>(
    RIGHT,
    {},
    { 'content-type': 'application/json' },
    { 'x-custom': '1' },
    { 'content-type': 'application/json', 'x-custom': '1', 'x-another': '2' },
    { authorization: 'Bearer x' },
    { authorization: 'Bearer x', 'content-type': 'application/json', 'x-stainless-timeout': '600' },
  ),
  weighted<Record<string, string>>(
    2,
    { 'content-type': 'text/plain' },
    { 'content-type': 'text/plain;charset=utf-8; x="y"' },
    { accept: 'a"b' },
    { 'accept-language': 'en!' },
    { accept: 'x'.repeat(128) },
    { accept: 'x'.repeat(129) },
    { range: 'bytes=0-10' },
    { range: 'bytes=-10' },
    { 'X-MiXed': '1', 'x-custom': '2' },
    { 'save-data': 'on' },
    { 'save-data': 'yes' },
    { intervention: '<https://a.example/>; level="warning"' },
    { intervention: 'x'.repeat(129) },
    { dpr: '1.', ect: '5g', rtt: '1.5' },
    { range: 'bytes=0-9223372036854775806' },
    { 'user-agent': 'x'.repeat(129) },
    {
      dpr: '2',
      ect: '4g',
      rtt: '50',
      width: '100',
      'viewport-width': '100',
      downlink: '10',
      'device-memory': '8',
    },
    { '*': 'star' },
    { range: 'bytes=5-2' },
    { range: 'bytes=0-' },
    { range: 'bytes=0-99999999999999999999' },
    { range: 'bytes=0-9223372036854775807' },
    { range: 'bytes=0-18446744073709551615' },
    { range: 'bytes=0-18446744073709551616' },
    { range: 'bytes=0-1,3-4' },
    { range: 'bytes= 0-1' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'TEXT/Plain' },
    { 'content-type': 'text/plain, application/json' },
    { 'content-type': 'text' },
    { 'content-type': 'text/plain;' },
    { 'content-type': 'text/plain;;' },
    { 'content-type': 'text/plain; x=y; ' },
    { 'content-type': 'text/plain; x=y;;z' },
    { 'content-type': 'text/plain; x=y,z' },
    { 'content-type': 'text/plain; x=\u00e9' },
    { 'content-type': `text/plain; x=${'y'.repeat(114)}` },
    { 'content-type': `text/plain; x=${'y'.repeat(115)}` },
    { 'accept-language': 'en;q=0.5, *' },
    { 'content-language': 'de_DE' },
    { accept: 'text/*;q=1', 'accept-language': 'en', 'content-language': 'en' },
    { accept: 'x\u00e9' },
    { accept: 'a\tb' },
    { 'x-empty': '' },
    { pragma: 'no-cache', 'cache-control': 'no-cache' },
    { 'user-agent': 'mine' },
    { dnt: '1', 'sec-x': '1', 'proxy-x': '1' },
    longValues(8),
    longValues(9),
  ),
);

const method = fc.oneof(
  weighted(RIGHT, 'GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
  weighted(2, 'HEAD', 'OPTIONS', 'patch', 'put', 'PURGE', 'Foo'),
);

const oracleCase: fc.Arbitrary<OracleCase> = fc.record({
  api: fc.oneof(weighted<'fetch' | 'xhr'>(3, 'fetch'), weighted<'fetch' | 'xhr'>(1, 'xhr')),
  method,
  headers: requestHeaders,
  credentials: fc.constantFrom('omit', 'same-origin', 'include'),
  hops,
});

/** `count` cases; the same ones for the same seed. */
export function oracleCases(seed: number, count: number): readonly OracleCase[] {
  return fc.sample(oracleCase, { seed, numRuns: count });
}
