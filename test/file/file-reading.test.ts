import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/index.ts';
import { resultOf } from '../../src/explain/index.ts';
import { type FileContent, FileReading } from '../../src/file/index.ts';
import { toReport } from '../../src/report/index.ts';
import { judge } from '../explain/judge.ts';
import {
  API,
  blockedInChrome,
  PAGE,
  passedAtProxy,
  RECORDED_AT,
  sampleEntry,
  sampleHar,
} from './sample-har.ts';

const PROXY = { name: 'mitmproxy', version: '12.1.2' };

function read(file: unknown, pieceLength = 1_000): ReturnType<FileReading['end']> {
  const json = typeof file === 'string' ? file : JSON.stringify(file);
  const reading = new FileReading(CHROME);
  for (let at = 0; at < json.length; at += pieceLength) {
    if (!reading.push(json.slice(at, at + pieceLength))) break;
  }
  return reading.end();
}

function contentOf(file: unknown, pieceLength?: number): FileContent {
  const result = read(file, pieceLength);
  if (result.type !== 'content') throw new Error(`It was refused: ${result.why.key}`);
  return result;
}

/** How each call went, and why. */
function verdicts({ exchanges }: FileContent) {
  return exchanges.map((exchange) => {
    const row = judge(exchange);
    return [resultOf(row), row.cause?.id ?? null];
  });
}

function noteKeys({ notes }: FileContent): readonly string[] {
  return notes.map(({ key }) => key);
}

describe('a HAR of Chrome', () => {
  const har = sampleHar(blockedInChrome());

  test('is judged as the same calls are live, in pieces of any length', () => {
    for (const length of [1, 7, 100_000]) {
      expect(verdicts(contentOf(har, length))).toEqual([['blocked', 'header-not-allowed']]);
    }
  });

  test('gives up its secrets at once', () => {
    const request = { Authorization: 'Bearer s3cret', Referer: `${PAGE}/#s3cret`, Cookie: 's3cret' };
    const call = sampleEntry({ request, error: 'net::ERR_FAILED', own: { _resourceType: 'fetch' } });
    const text = JSON.stringify(contentOf(sampleHar([call])));
    expect(text).toContain('Authorization');
    expect(text).not.toContain('s3cret');
  });

  test('says who recorded it, and when', () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
    const { recorder, recordedAt, requestCount } = contentOf(
      sampleHar([...blockedInChrome(), sampleEntry({ request: { 'User-Agent': agent } })]),
    );
    expect({ recorder, recordedAt, requestCount }).toEqual({
      recorder: 'Chrome 156',
      recordedAt: RECORDED_AT,
      requestCount: 3,
    });
  });

  test('has a redirect as one call, and leaves out what was still under way', () => {
    const own = { _resourceType: 'fetch' };
    const allowed = { 'Access-Control-Allow-Origin': PAGE };
    const elsewhere = 'http://127.0.0.1:9000/orders';
    const redirect = { status: 302, redirectURL: elsewhere, response: { ...allowed, Location: elsewhere } };
    const content = contentOf(
      sampleHar([
        sampleEntry({ own, error: null, ...redirect }),
        sampleEntry({ own, at: 20, url: elsewhere, error: 'net::ERR_FAILED', request: { Origin: 'null' } }),
        sampleEntry({ own, at: 30, url: `${API}/pending`, status: 0, error: null }),
      ]),
    );
    expect(content.exchanges.map(({ hops }) => hops.length)).toEqual([2]);
    expect(verdicts(content)[0]?.[0]).toBe('blocked');
  });

  test('without preflights says that calls lack theirs', () => {
    const own = { _resourceType: 'fetch' };
    const call = { method: 'PUT', own, error: null, response: { 'Access-Control-Allow-Origin': PAGE } };
    expect(noteKeys(contentOf(sampleHar([sampleEntry(call)])))).toEqual(['fileNoPreflightsBrowser']);
  });
});

describe('a HAR of a proxy', () => {
  test('is judged by the headers, and says so', () => {
    const content = contentOf(sampleHar(passedAtProxy({}), PROXY));
    expect(verdicts(content)).toEqual([['blocked', 'response-without-cors']]);
    expect(content.exchanges[0]?.hops[0].preflight?.response?.status).toBe(204);
    expect(noteKeys(content)).toEqual(['fileEndsWorkedOut']);
    expect(content.recorder).toBe('mitmproxy 12.1.2');
  });

  test('has calls that passed, too: a wildcard is no fault without credentials', () => {
    const har = sampleHar(passedAtProxy({ 'Access-Control-Allow-Origin': '*' }), PROXY);
    expect(verdicts(contentOf(har))).toEqual([['passed', null]]);
    const request = { Cookie: 'id=1', 'Sec-Fetch-Mode': 'cors' };
    const withCookie = sampleEntry({ request, response: { 'Access-Control-Allow-Origin': '*' } });
    expect(verdicts(contentOf(sampleHar([withCookie], PROXY)))).toEqual([
      ['blocked', 'wildcard-with-credentials'],
    ]);
  });

  test('shows a preflight that failed, whose call never came to the proxy', () => {
    const request = { 'Access-Control-Request-Method': 'PUT' };
    const preflight = sampleEntry({ method: 'OPTIONS', status: 405, request });
    expect(verdicts(contentOf(sampleHar([preflight], PROXY)))).toEqual([['blocked', 'not-configured']]);
  });
});

test('a HAR of Firefox, which marks a blocked call by status 0', () => {
  const har = sampleHar(
    [
      sampleEntry({
        method: 'OPTIONS',
        status: 401,
        request: { 'Access-Control-Request-Method': 'PUT' },
        response: { 'WWW-Authenticate': 'Bearer' },
      }),
      sampleEntry({ method: 'PUT', status: 0, request: {} }),
    ],
    { name: 'Firefox', version: '153.8.0' },
  );
  const content = contentOf(har);
  expect(verdicts(content)).toEqual([['blocked', 'preflight-login']]);
  expect(content.recorder).toBe('Firefox 153.8.0');
});

describe('a report that the panel exported', () => {
  const { exchanges } = contentOf(sampleHar(blockedInChrome()));
  const report = toReport('Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36', exchanges, CHROME);

  test('has the same verdicts', () => {
    const content = contentOf(report);
    expect(verdicts(content)).toEqual([['blocked', 'header-not-allowed']]);
    expect(content.recorder).toBe('Chrome 156');
    expect(content.notes).toEqual([]);
  });

  test('of a later version is refused in words', () => {
    expect(read({ ...report, version: 99 })).toEqual({
      type: 'refusal',
      why: { key: 'fileNewerReport', values: {} },
    });
  });
});

describe('a broken or hostile file', () => {
  const har = JSON.stringify(sampleHar([...blockedInChrome(), sampleEntry({ at: 50, url: `${API}/later` })]));

  test('that ends in the middle shows what stands before', () => {
    const content = contentOf(har.slice(0, har.indexOf('/later')));
    expect(verdicts(content)).toEqual([['blocked', 'header-not-allowed']]);
    expect(noteKeys(content)).toEqual(['fileTruncated']);
  });

  test('never throws, wherever it ends', () => {
    for (let length = 0; length < har.length; length += 3) {
      const result = read(har.slice(0, length), 40);
      if (result.type === 'content') expect(result.exchanges.length).toBeLessThanOrEqual(2);
    }
  });

  test.each([
    '',
    ' ',
    'null',
    '[]',
    '"log"',
    '<html>',
    '{}',
    '{"log":null}',
    '{"entries":[{}]}',
    '\0\0',
    '{"a":[[[',
  ])('that is no HAR is refused: %j', (text) => {
    expect(read(text)).toEqual({ type: 'refusal', why: { key: 'fileUnknown', values: {} } });
  });

  test('with entries that are none counts them, and shows the others', () => {
    const bad = [
      null,
      7,
      'text',
      [],
      {},
      { request: { method: 'GET\r\nX', url: API, headers: [{ name: 'Origin', value: PAGE }] } },
      { request: { method: 'GET' } },
    ];
    const content = contentOf(sampleHar([...bad, ...blockedInChrome(), 1]));
    expect(verdicts(content)).toEqual([['blocked', 'header-not-allowed']]);
    expect(content.notes).toEqual([{ key: 'fileUnreadableEntries', values: { count: '8' } }]);
  });

  test('with fields of wrong types is read as far as it goes', () => {
    const headers = [
      { name: 'Origin', value: PAGE },
      null,
      { name: 'a b', value: 'x' },
      { name: 'X-A', value: 1 },
    ];
    const entry = {
      startedDateTime: {},
      time: 'x',
      request: { method: 'GET', url: `${API}/`, headers },
      response: 3,
    };
    const [exchange] = contentOf(
      sampleHar([{ ...entry, _resourceType: 'fetch', response: { status: 500, _error: 'net::ERR_FAILED' } }]),
    ).exchanges;
    expect(exchange?.hops[0].requestHeaders).toEqual([['Origin', PAGE]]);
    expect(exchange?.hops[0].response).toEqual({ status: 500, headerList: [] });
  });

  test('with brackets that are nested a million times deep', () => {
    const deep = `{"log":{"entries":[${'['.repeat(1_000_000)}`;
    expect(contentOf(deep, 65_536).exchanges).toEqual([]);
    const closed = `${deep}${']'.repeat(1_000_000)},{}]}}`;
    expect(contentOf(closed, 65_536).notes).toEqual([
      { key: 'fileUnreadableEntries', values: { count: '2' } },
    ]);
  });

  test('has control characters in no header, and no script as a URL', () => {
    const content = contentOf(
      sampleHar([
        sampleEntry({
          error: 'net::ERR_FAILED',
          request: { 'X-A': 'a\u0000b\rc' },
          own: { _resourceType: 'fetch' },
        }),
        sampleEntry({ url: 'javascript:alert(1)' }),
      ]),
    );
    expect(content.exchanges).toHaveLength(1);
    expect(content.exchanges[0]?.hops[0].requestHeaders).toContainEqual(['X-A', 'a b c']);
  });

  test('with a body of ten million characters is read without it', () => {
    const body = 'a\\"b'.repeat(2_500_000);
    const [first, ...rest] = blockedInChrome().map((entry) => JSON.stringify(entry));
    const withBody = `${first?.slice(0, -1)},"text":"${body}"}`;
    const json = `{"log":{"entries":[${[withBody, ...rest].join(',')}]}}`;
    expect(verdicts(contentOf(json, 1_000_000))).toEqual([['blocked', 'header-not-allowed']]);
  });
});
