import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { asksForHidden, matches } from '../../src/panel/model/filter-match.ts';
import { parseFilter } from '../../src/panel/model/filter-query.ts';
import { speaker } from '../../src/report/say.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';

const say = speaker(en);
const ALLOWED: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const OK = { requestHeaders: ALLOWED, response: { status: 200, headerList: ALLOWED } };
const location = { url: `${PAGE}/src/chat.ts?t=1`, line: 41, column: 3, functionName: '' };

/** One of each kind, by the name under which the tests expect it. */
const CALLS: Readonly<Record<string, Exchange>> = {
  chat: sampleExchange(
    { preflight: samplePreflight({ headerNames: 'x-Stainless-Timeout' }, { headerList: ALLOWED }) },
    { location },
  ),
  health: sampleExchange(
    { url: 'https://api.example.com:8443/health', method: 'GET' },
    { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' }, origin: 'null' },
  ),
  models: sampleExchange(
    { url: 'http://localhost:8080/Models', method: 'GET', ...OK },
    { outcome: COMPLETED },
  ),
  helped: sampleExchange(
    { method: 'PUT', preflight: samplePreflight({ headerNames: 'x-a' }, {}), ...OK },
    { outcome: COMPLETED, overridden: true },
  ),
  slow: sampleExchange({ method: 'DELETE' }, { outcome: { type: 'pending' }, endedAt: null }),
  opaque: sampleExchange(
    { url: 'https://cdn.example.org/opaque', method: 'GET', response: { status: 200, headerList: [] } },
    { outcome: COMPLETED, outside: { type: 'no-cors' }, origin: 'http://other.test' },
  ),
};

test.each([
  ['', 'chat health models helped slow opaque'],
  ['is:blocked', 'chat'],
  ['is:failed', 'health'],
  ['is:passed', 'models helped'],
  ['is:overridden', 'helped'],
  ['is:pending', 'slow'],
  ['is:not-cors', 'health opaque'],
  ['is:not', 'health opaque'],
  ['opaque answer', 'opaque'],
  ['-is:passed -is:pending', 'chat health opaque'],
  ['method:p', 'chat helped'],
  ['method:get', 'health models opaque'],
  ['-method:GET', 'chat helped slow'],
  ['domain:localhost', 'models'],
  ['domain:example.com', 'health'],
  ['domain:*.example.com', 'health'],
  ['domain::8443', 'health'],
  ['origin:localhost:5174', 'chat models helped slow'],
  ['origin:null', 'health'],
  // Plain text: in the URL, the method, the label, the headers, the line of code.
  ['models', 'models'],
  ['DELETE', 'slow'],
  ['connection_refused', 'health'],
  ['"waiting for"', 'slow'],
  ['stainless', 'chat'],
  ['chat.ts:41', 'chat'],
  ['chat.ts:42', ''],
  ['completions -x-stainless', 'helped slow'],
  ['is:nonsense', ''],
])('%j finds: %s', (filter, names) => {
  const query = parseFilter(filter);
  const found = Object.entries(CALLS).filter(([, exchange]) => matches(judge(exchange), query, say));
  expect(found.map(([name]) => name).join(' ')).toBe(names);
});

test.each([
  ['is:passed', true],
  ['is:p', true],
  ['-is:passed', false],
  ['is:blocked', false],
  ['is:overridden', false],
  ['passed', false],
])('%j asks for what is hidden: %s', (filter, expected) => {
  expect(asksForHidden(parseFilter(filter))).toBe(expected);
});
