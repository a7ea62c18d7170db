import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/index.ts';
import { resultOf } from '../../src/explain/index.ts';
import { FileReading } from '../../src/file/index.ts';
import { judge } from '../explain/judge.ts';
import { API, blockedInChrome, PAGE, RECORDED_AT, sampleEntry, sampleHar } from './sample-har.ts';

/** Recorders, and what is theirs alone. Each trait was found in a file that somebody else had published. */
const MITMPROXY = { name: 'mitmproxy', version: '12.1.2' };
const FIREFOX = { name: 'Firefox', version: '153.0' };
const SAFARI = { name: 'WebKit Web Inspector', version: '1.0' };

const ALLOWED = { 'Access-Control-Allow-Origin': PAGE };

interface Shown {
  /** How each call went, and why. */
  readonly calls: readonly (readonly [result: string, cause: string | null])[];
  readonly notes: readonly string[];
}

function shown(file: unknown): Shown {
  const reading = new FileReading(CHROME);
  reading.push(typeof file === 'string' ? file : JSON.stringify(file));
  const content = reading.end();
  if (content.type === 'refusal') return { calls: [], notes: [content.why.key] };
  const rows = content.exchanges.map((exchange) => judge(exchange));
  return {
    calls: rows.map((row) => [resultOf(row), row.cause?.id ?? null]),
    notes: content.notes.map(({ key }) => key),
  };
}

const BLOCKED = ['blocked', 'not-configured'] as const;
const PASSED = ['passed', null] as const;

/** An entry with nothing but what a request and its answer are. */
function bare(response: unknown, headers: unknown = [{ name: 'Origin', value: PAGE }]): unknown {
  return { request: { method: 'GET', url: `${API}/orders`, headers }, response };
}

const UNANSWERED = { status: 200, headers: [] };

describe('fields that are missing, or of another form', () => {
  test.each<[string, unknown, readonly (readonly [string, string | null])[], string[]]>([
    ['no creator, pages, dates, times', { log: { entries: [bare(UNANSWERED)] } }, [BLOCKED], []],
    [
      'a byte order mark',
      `\ufeff${JSON.stringify(sampleHar(blockedInChrome()))}`,
      [['blocked', 'header-not-allowed']],
      [],
    ],
    ['a request of which nothing else is there', { log: { entries: [bare(undefined)] } }, [], []],
    ['a request without headers', { log: { entries: [bare(UNANSWERED, null)] } }, [], []],
    [
      'an address that is none',
      { log: { entries: [{ request: { method: 'GET', url: '/orders' } }] } },
      [],
      ['fileUnreadableEntries'],
    ],
    [
      'data: as an address',
      { log: { entries: [{ request: { url: 'data:text/plain,x' }, response: UNANSWERED }] } },
      [],
      [],
    ],
    ['another JSON', { test_response: {} }, [], ['fileUnknown']],
    [
      'a script around it',
      `onInputData(${JSON.stringify(sampleHar(blockedInChrome()))})`,
      [],
      ['fileUnknown'],
    ],
    ['one entry alone', bare(UNANSWERED), [], ['fileUnknown']],
  ])('%s', (_, file, calls, notes) => {
    const all = shown(file);
    expect(all.calls).toEqual(calls);
    expect(all.notes.filter((key) => key !== 'fileEndsWorkedOut')).toEqual(notes);
  });

  test.each<[string, object]>([
    ['a method that is empty, as Safari gives what it had in memory', { method: '' }],
    [
      'what HTTP/2 puts among the headers',
      {
        headers: [
          { name: ':authority', value: 'a.test' },
          { name: ':path', value: '/' },
          { name: 'origin', value: PAGE },
        ],
      },
    ],
    ['a list of values for one header', { headers: [{ name: 'origin', value: [PAGE] }] }],
    ['a method in HTTP/1.1 1.1', { httpVersion: 'HTTP/1.1 1.1', postData: null, _timestamp: 7 }],
  ])('%s', (_, request) => {
    const entry = {
      request: {
        method: 'GET',
        url: `${API}/orders`,
        headers: [{ name: 'Origin', value: PAGE }],
        ...request,
      },
      response: UNANSWERED,
    };
    expect(shown(sampleHar([entry], SAFARI)).calls).toEqual([BLOCKED]);
  });

  test.each([
    [0, 'failed'],
    [-1, 'failed'],
    [null, 'failed'],
    ['200', 'failed'],
    [200, 'blocked'],
  ])('the status %j', (status, result) => {
    expect(shown(sampleHar([bare({ status, headers: [] })], FIREFOX)).calls[0]?.[0]).toBe(result);
  });

  test('a body in base64, fields of others, an initiator that is a line', () => {
    const entry = sampleEntry({
      response: ALLOWED,
      own: {
        _initiator: `${PAGE}/main.js`,
        _score_cache: -1,
        _charlesStatus: 'COMPLETE',
        time: null,
        comment: '',
        cache: null,
      },
    });
    const text = JSON.stringify(entry).replace(
      '"text":"{}"',
      `"encoding":"base64","text":"${'A'.repeat(1e6)}"`,
    );
    const har = JSON.stringify(sampleHar([])).replace('"entries":[]', `"entries":[${text}]`);
    expect(shown(har).calls).toEqual([PASSED]);
  });
});

describe('dates', () => {
  const startsOf = (dates: readonly unknown[]) => {
    const reading = new FileReading(CHROME);
    const entries = dates.map((startedDateTime) =>
      sampleEntry({ own: { startedDateTime, _resourceType: 'fetch' }, error: 'net::ERR_FAILED' }),
    );
    reading.push(JSON.stringify(sampleHar(entries)));
    const content = reading.end();
    return content.type === 'content' ? content.exchanges.map(({ startedAt }) => Math.floor(startedAt)) : [];
  };

  test('of Fiddler have seven digits and a zone', () => {
    expect(startsOf(['2026-11-28T12:00:00.0007223+01:00'])).toEqual([RECORDED_AT]);
  });

  test('that are none are those of the request before', () => {
    const first = new Date(RECORDED_AT).toISOString();
    expect(startsOf([first, 'yesterday', null])).toEqual([RECORDED_AT, RECORDED_AT, RECORDED_AT]);
  });
});

describe('how requests ended', () => {
  const unallowed = sampleEntry({ at: 50, request: { 'Sec-Fetch-Mode': 'cors' } });

  test('mitmproxy says of none but those that failed, though it names errors', () => {
    const failed = sampleEntry({ status: 0, error: 'Client disconnected.' });
    expect(shown(sampleHar([failed, unallowed], MITMPROXY))).toEqual({
      calls: [['failed', 'network-error'], BLOCKED],
      notes: ['fileEndsWorkedOut'],
    });
  });

  test('mitmproxy names the type of WebSockets alone', () => {
    const own = {
      _resourceType: 'websocket',
      _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: 'x' }],
    };
    const socket = sampleEntry({ status: 101, request: { Upgrade: 'websocket' }, own });
    expect(shown(sampleHar([socket, unallowed], MITMPROXY)).calls).toEqual([BLOCKED]);
  });

  test('older versions of Chrome say of each, and name the errors of those that failed', () => {
    const failed = sampleEntry({ at: 10, status: 0, error: 'net::ERR_CONNECTION_REFUSED' });
    const withCookie = { Cookie: 'id=1' };
    const passed = sampleEntry({ request: withCookie, response: { 'Access-Control-Allow-Origin': '*' } });
    expect(shown(sampleHar([passed, failed]))).toEqual({
      calls: [PASSED, ['failed', 'server-not-running']],
      notes: [],
    });
  });

  test('older versions of Chrome date a call by when it was sent, which is after its preflight', () => {
    const allowed = { ...ALLOWED, 'Access-Control-Allow-Headers': 'x-a' };
    const asked = { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'x-a' };
    const preflight = sampleEntry({ method: 'OPTIONS', request: asked, response: allowed });
    const call = sampleEntry({ at: 20, request: { 'X-A': '1' }, response: allowed });
    expect(shown(sampleHar([preflight, call]))).toEqual({ calls: [PASSED], notes: [] });
  });

  test('values that Chrome puts into lines are headers of their own', () => {
    const twice = sampleEntry({ response: { 'Access-Control-Allow-Origin': '*\n*' } });
    expect(shown(sampleHar([twice], MITMPROXY)).calls[0]?.[0]).toBe('blocked');
  });
});

describe("a WebSocket's handshake at a proxy", () => {
  const handshake = (status: number, request: Readonly<Record<string, string>>) =>
    shown(sampleHar([sampleEntry({ status, request })], MITMPROXY)).calls;

  test.each([{ Upgrade: 'websocket' }, { Upgrade: 'WebSocket' }, { 'Sec-Fetch-Mode': 'websocket' }])(
    'is no call that CORS blocks: %j',
    (request) => {
      expect(handshake(101, request)).toEqual([]);
      expect(handshake(403, request)).toEqual([['not-cors', 'websocket-handshake']]);
      expect(handshake(0, request)).toEqual([]);
    },
  );
});
