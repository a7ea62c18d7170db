/** When the recordings of the tests begin. */
export const RECORDED_AT = Date.parse('2026-11-28T11:00:00.000Z');

export const PAGE = 'http://localhost:5173';
export const API = 'http://127.0.0.1:8000';

type Headers = Readonly<Record<string, string>>;

/** What differs between the entries of tests. */
export interface SampleEntry {
  readonly method?: string;
  readonly url?: string;
  /** Ms after the recording began. */
  readonly at?: number;
  readonly time?: number;
  readonly request?: Headers;
  readonly status?: number;
  readonly response?: Headers;
  readonly redirectURL?: string;
  /** Fields that Chrome adds to the entry. */
  readonly own?: Readonly<Record<string, unknown>>;
  /** The error that Chrome adds to the response; left out where it is undefined. */
  readonly error?: string | null;
}

/** An entry as it stands in a HAR file. */
export function sampleEntry(of: SampleEntry): unknown {
  const { method = 'GET', url = `${API}/orders`, at = 0, time = 10, status = 200 } = of;
  return {
    pageref: 'page_1',
    startedDateTime: new Date(RECORDED_AT + at).toISOString(),
    time,
    request: { method, url, httpVersion: 'http/1.1', headers: headersOf({ Origin: PAGE, ...of.request }) },
    response: {
      status,
      headers: headersOf(of.response ?? {}),
      content: { size: 2, mimeType: 'application/json', text: '{}' },
      redirectURL: of.redirectURL ?? '',
      ...(of.error === undefined ? {} : { _error: of.error }),
    },
    ...of.own,
  };
}

function headersOf(headers: Headers) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

/** A HAR file. @param creator what wrote it */
export function sampleHar(
  entries: readonly unknown[],
  creator = { name: 'WebInspector', version: '537.36' },
) {
  const pages = [{ startedDateTime: new Date(RECORDED_AT).toISOString(), id: 'page_1', title: `${PAGE}/` }];
  return { log: { version: '1.2', creator, pages, entries } };
}

const PREFLIGHT_HEADERS = {
  'Access-Control-Request-Method': 'POST',
  'Access-Control-Request-Headers': 'content-type,x-request-id',
};

/** A call as Chrome records it whose preflight doesn't allow a header. */
export function blockedInChrome(): readonly unknown[] {
  const allowed = {
    'Access-Control-Allow-Origin': PAGE,
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'content-type',
  };
  return [
    sampleEntry({
      method: 'POST',
      status: 0,
      error: 'net::ERR_FAILED',
      own: { _resourceType: 'fetch' },
      request: { 'Content-Type': 'application/json', 'X-Request-Id': '1', Authorization: 'Bearer s3cret' },
    }),
    sampleEntry({
      method: 'OPTIONS',
      at: 1,
      status: 204,
      error: null,
      own: { _resourceType: 'preflight' },
      request: PREFLIGHT_HEADERS,
      response: allowed,
    }),
  ];
}

/** The same, passed, as a proxy records it: the call begins after its preflight, and nothing says how it ended. */
export function passedAtProxy(answer: Headers): readonly unknown[] {
  const allowed = {
    'Access-Control-Allow-Origin': PAGE,
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'content-type, x-request-id',
  };
  return [
    sampleEntry({ method: 'OPTIONS', status: 204, request: PREFLIGHT_HEADERS, response: allowed }),
    sampleEntry({
      method: 'POST',
      at: 25,
      request: { 'Content-Type': 'application/json', 'X-Request-Id': '1', 'Sec-Fetch-Mode': 'cors' },
      response: answer,
    }),
  ];
}
