import { expect, test } from 'vitest';
import { matchesSourceList } from '../../src/observe/csp/match-source.ts';
import { violatedDirective } from '../../src/observe/csp/violated-directive.ts';

const PAGE = 'http://localhost:5174/';
const API = 'http://127.0.0.1:8000/v1/orders';

/** https://github.com/web-platform-tests/wpt/tree/master/content-security-policy has the same cases as pages. */
test.each<[sources: string, url: string, matches: boolean, page?: string]>([
  ["'none'", API, false],
  ['', API, false],
  ['*', API, true],
  ['*', 'wss://a.test/', true],
  ['*', 'data:,a', false],
  ["'self'", 'http://localhost:5174/a', true],
  ["'self'", 'http://localhost:5175/a', false],
  ["'self'", 'ws://localhost:5174/a', true],
  ["'self'", 'wss://app.test/a', true, 'https://app.test/'],
  ["'self'", 'https://app.test/a', true, 'http://app.test/'],
  ["'self'", 'http://app.test/a', false, 'https://app.test/'],
  ['https:', 'https://a.test/', true],
  ['https:', API, false],
  ['http:', 'https://a.test/', true],
  ['data:', 'data:,a', true],
  ['127.0.0.1:8000', API, true],
  ['127.0.0.1:*', API, true],
  ['127.0.0.1', API, false],
  ['127.0.0.1:8001', API, false],
  ['http://127.0.0.1:8000', API, true],
  ['https://127.0.0.1:8000', API, false],
  ['http://[::1]:8000', 'http://[::1]:8000/a', true],
  ['api.test', 'https://api.test/a', true],
  ['api.test', 'http://api.test/a', false, 'https://app.test/'],
  ['http://api.test', 'https://api.test/a', true],
  ['http://api.test:80', 'https://api.test/a', true],
  ['ws://api.test', 'wss://api.test/a', true],
  ['*.api.test', 'http://a.b.api.test/', true],
  ['*.api.test', 'http://api.test/', false],
  ['API.test', 'http://api.test/', true],
  ['http://127.0.0.1:8000/v1/', API, true],
  ['http://127.0.0.1:8000/v1', API, false],
  ['http://127.0.0.1:8000/v1/orders', API, true],
  ['http://127.0.0.1:8000/v1%2Forders', API, true],
  ["'nonce-abc' 'unsafe-inline'", API, false],
  ["'self'  https://b.test\thttp://127.0.0.1:8000", API, true],
])('%s lists %s: %s', (sources, url, matches, page = PAGE) => {
  expect(matchesSourceList(new URL(url), sources, new URL(page))).toBe(matches);
});

const stated = (value: string) => ({ via: 'meta', value }) as const;
const SELF = "'self'";

test.each<[policies: readonly string[], resourceType: string, directive: string | null]>([
  [["connect-src 'self'"], 'xhr', 'connect-src'],
  [["connect-src 'self'"], 'eventsource', 'connect-src'],
  [["connect-src 'self'"], 'image', null],
  [["default-src 'self'"], 'xhr', 'default-src'],
  [["default-src 'self'; connect-src *"], 'xhr', null],
  [["connect-src *; connect-src 'self'"], 'xhr', null],
  [["default-src *, connect-src 'self'"], 'xhr', 'connect-src'],
  [['default-src *', "CONNECT-SRC 'self'"], 'xhr', 'connect-src'],
  [["script-src *; script-src-elem 'self'"], 'script', 'script-src-elem'],
  [["script-src 'nonce-a' 'strict-dynamic' *"], 'script', 'script-src'],
  [["style-src 'self'"], 'stylesheet', 'style-src'],
  [["img-src 'self'"], 'image', 'img-src'],
  [["font-src 'none'"], 'font', 'font-src'],
  [["frame-ancestors 'none'; upgrade-insecure-requests"], 'xhr', null],
  [["default-src 'self'"], 'preflight', null],
  [[], 'xhr', null],
  [[';;'], 'xhr', null],
])('of %j a request of type %s violates %s', (policies, resourceType, directive) => {
  const found = violatedDirective(policies.map(stated), { url: API, resourceType, page: PAGE });
  expect(found?.directive ?? null).toBe(directive);
});

test('what is to be changed is named: the directive as sent, and the narrowest one for such a request', () => {
  const found = violatedDirective([stated(`default-src ${SELF} https://a.test ; img-src *`)], {
    url: API,
    resourceType: 'xhr',
    page: PAGE,
  });
  expect(found).toEqual({
    directive: 'default-src',
    sources: "'self' https://a.test",
    wanted: 'connect-src',
    via: 'meta',
  });
});
