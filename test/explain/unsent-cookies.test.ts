import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { cookiesByHost, cookiesFor } from '../../src/explain/set-cookies.ts';
import { unsentCookies } from '../../src/explain/unsent-cookies.ts';
import { API, COMPLETED, PAGE, sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const CORS: HeaderList = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Access-Control-Allow-Credentials', 'true'],
];
const FROM_PAGE: HeaderList = [
  ['Origin', PAGE],
  ['Sec-Fetch-Site', 'cross-site'],
];
const INCLUDED: HeaderList = [...FROM_PAGE, ['Sec-Fetch-Storage-Access', 'active']];

/** A call that CORS let through. @param answered headers besides those of CORS */
function passed(
  requestHeaders: HeaderList,
  status = 401,
  answered: HeaderList = [],
  url = `${API}/me`,
): Exchange {
  const response = { status, headerList: [...CORS, ...answered] };
  return sampleExchange({ url, method: 'GET', requestHeaders, response }, { outcome: COMPLETED });
}

function login(...cookies: readonly string[]): Exchange {
  return passed(
    INCLUDED,
    200,
    cookies.map((cookie) => ['Set-Cookie', cookie]),
    'http://127.0.0.1:9000/login',
  );
}

const NO_ACCESS = ['Sec-Fetch-Storage-Access', 'none'] as const;
const BLOCKED: HeaderList = [...FROM_PAGE, NO_ACCESS];
const INACTIVE: HeaderList = [...FROM_PAGE, ['Sec-Fetch-Storage-Access', 'inactive']];
const PARTITIONED_ELSEWHERE: Exchange = {
  ...login('…; SameSite=None; Secure; Partitioned'),
  origin: 'https://login.test',
};

function why(exchange: Exchange, others: readonly Exchange[] = []): string | null {
  const cookiesSet = cookiesFor(exchange, cookiesByHost([exchange, ...others]));
  return unsentCookies(judge(exchange), { cookiesSet })?.why.key ?? null;
}

describe('a call that was turned away without a cookie says why none came:', () => {
  test.each([
    [
      'third-party cookies are blocked',
      [...FROM_PAGE, ['Sec-Fetch-Storage-Access', 'none']],
      [],
      'cookiesBlocked',
    ],
    ['nothing was seen of a cookie', INCLUDED, [], 'cookiesUnseen'],
    ['SameSite was left out', INCLUDED, [login('…; HttpOnly')], 'cookiesDefault'],
    ['SameSite=Lax', INCLUDED, [login('…; HttpOnly; SameSite=Lax')], 'cookiesKept'],
    ['SameSite=Strict', INCLUDED, [login('…; SameSite=Strict; Secure')], 'cookiesKept'],
    ['not secure', INCLUDED, [login('…; SameSite=None')], 'cookiesInsecure'],
    ['as it should be', INCLUDED, [login('…; SameSite=None; Secure')], 'cookiesUnseen'],
    ['no credentials are included', FROM_PAGE, [], 'cookiesOmitted'],
    ['Partitioned, and not secure', INCLUDED, [login('…; SameSite=None; Partitioned')], 'cookiesInsecure'],
    ['Partitioned, under another page', INCLUDED, [PARTITIONED_ELSEWHERE], 'cookiesPartitioned'],
    ['the same, while others are blocked', BLOCKED, [PARTITIONED_ELSEWHERE], 'cookiesPartitioned'],
    ['a frame has access, and does not use it', INACTIVE, [], 'cookiesInactive'],
    [
      'a frame of another site calls its own',
      [['Sec-Fetch-Site', 'same-site'], NO_ACCESS],
      [],
      'cookiesBlocked',
    ],
  ] as const)('%s', (_, requestHeaders, others, key) => {
    expect(why(passed(requestHeaders), others)).toBe(key);
    expect(why(passed(requestHeaders, 403), others)).toBe(key);
  });
});

describe('nothing is said', () => {
  test.each([
    ['if a cookie came', passed([...INCLUDED, ['Cookie', '…']])],
    ['if all is well', passed(INCLUDED, 200)],
    ['if something else went wrong', passed(INCLUDED, 500)],
    ['of a call with a token of its own', passed([...FROM_PAGE, ['Authorization', '…']])],
    [
      'of a call within a site',
      passed([
        ['Origin', PAGE],
        ['Sec-Fetch-Site', 'same-site'],
      ]),
    ],
    ['where Chrome names no site', passed([['Origin', PAGE]])],
  ] as const)('%s', (_, exchange) => {
    expect(why(exchange, [login('…; SameSite=Lax')])).toBeNull();
  });
});

test('a cookie of another host says nothing', () => {
  const other = passed(INCLUDED, 200, [['Set-Cookie', '…; SameSite=Lax']], 'http://api.example.test/login');
  expect(why(passed(INCLUDED), [other])).toBe('cookiesUnseen');
});
