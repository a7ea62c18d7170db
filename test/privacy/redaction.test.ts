import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactHeaderList, redactText, redactValue, redactValues } from '../../src/privacy/redaction.ts';
import { redactUrl } from '../../src/privacy/url.ts';
import { PAGE } from '../cors/sample-exchange.ts';

test('secret header values are cut, in any spelling of the name', () => {
  expect(
    redactHeaderList([
      ['AUTHORIZATION', 'Bearer s3cret'],
      ['Set-Cookie', 'a=s3cret'],
      ['X-Other', 'kept'],
    ]),
  ).toEqual([
    ['AUTHORIZATION', '…'],
    ['Set-Cookie', '…'],
    ['X-Other', 'kept'],
  ]);
});

test.each([
  ['Location', 'http://user:s3cret@a.test/p#s3cret', 'http://…@a.test/p#…'],
  ['Location', '/next?q=1#access_token=s3cret', '/next?q=1#…'],
  ['Location', '//user:s3cret@a.test/', '//…@a.test/'],
  ['Location', 'http:\\\\user:s3cret@a.test', 'http:\\\\…@a.test'],
  ['Location', '/@vite/client', '/@vite/client'],
  ['Referer', 'http://s3cret@a.test/', 'http://…@a.test/'],
  ['Content-Security-Policy', 'report-uri https://s3cret@a.test/1', 'report-uri https://…@a.test/1'],
  ['Access-Control-Allow-Origin', 'https://a.test', 'https://a.test'],
  ['Set-Cookie', 's3cret=s3cret; Path=/s3cret; SameSite=Lax; Secure', '…; SameSite=Lax; Secure'],
  [
    'set-cookie',
    's3cret; samesite=none; Partitioned; SameSite=s3cret; Domain=a.test',
    '…; samesite=none; Partitioned',
  ],
  ['Set-Cookie', '…; HttpOnly; SameSite=Strict', '…; HttpOnly; SameSite=Strict'],
])('%s: %s is kept as %s', (name, value, kept) =>
  expect(redactHeaderList([[name, value]])).toEqual([[name, kept]]),
);

test('what leaves the extension has nothing of a cookie', () => {
  expect(redactValues([['Set-Cookie', 'a=s3cret; SameSite=Lax']])).toEqual([['Set-Cookie', '…']]);
});

test('a redirect to a URL with a login stays the fault that it is', () => {
  const [[, value = ''] = []] = redactHeaderList([['Location', '//user:s3cret@a.test/']]);
  expect(new URL(value, PAGE).username).not.toBe('');
});

describe('what is kept of other headers', () => {
  test.each([
    ['WWW-Authenticate', 'Negotiate YIIs3cret==', 'Negotiate …'],
    ['WWW-Authenticate', 'NTLM s3cret, Basic realm="a"', 'NTLM …, Basic realm="a"'],
    ['WWW-Authenticate', 'Negotiate, NTLM', 'Negotiate, NTLM'],
    [
      'WWW-Authenticate',
      'Bearer realm="a"\nNegotiate YIIs3cret==\nNTLM s3cret',
      'Bearer realm="a"\nNegotiate …\nNTLM …',
    ],
    [
      'WWW-Authenticate',
      'Bearer realm="a, b", error="invalid_token", token="s3cret"',
      'Bearer realm="a, b", error="invalid_token", token="…"',
    ],
    [
      'Proxy-Authenticate',
      'Digest realm="a", nonce="s3cret", qop="auth"',
      'Digest realm="a", nonce="…", qop="auth"',
    ],
    ['Refresh', '5; url=/next#s3cret', '5; url=/next#…'],
    ['HX-Redirect', 'next#s3cret', 'next#…'],
    ['X-Original-URL', '/next#s3cret', '/next#…'],
    [
      'Link',
      '</next#s3cret>; rel="next", <http://a.test/#s3cret>',
      '</next#…>; rel="next", <http://a.test/#…>',
    ],
    ['Link', '<//user:s3cret@a.test/>', '<//…@a.test/>'],
    [
      'X-Whatever',
      'see http://a.test/#s3cret and ftp://user:s3cr@et@a.test',
      'see http://a.test/#… and ftp://…@a.test',
    ],
    ['Access-Control-Allow-Origin', 'https://user:s3cret@a.test/#s3cret', 'https://…@a.test/#…'],
    ['Access-Control-Allow-Headers', 'x-token, x#y, /?#', 'x-token, x#y, /?#'],
    ['X-Color', '#fff', '#fff'],
    ['Server', 'Apache/2.4 (a#b)', 'Apache/2.4 (a#b)'],
    ['Location', 'https://unpkg.test//@scope/pkg@1.0/', 'https://unpkg.test//@scope/pkg@1.0/'],
    ['Location', '/next?token=needed', '/next?token=needed'],
  ])('%s: %s is kept as %s', (name, value, kept) =>
    expect(redactHeaderList([[name, value]])).toEqual([[name, kept]]),
  );
});

describe('what is given away of headers', () => {
  test.each([
    ['Refresh', '0;url=/x?token=s3cret', '0;url=/x?token=…'],
    ['Refresh', "5; url='login?session=s3cret'", "5; url='login?session=…'"],
    ['Link', '</a?access_token=s3cret>; rel="next"', '</a?access_token=…>; rel="next"'],
    ['HX-Redirect', 'next?page=2&code=s3cret', 'next?page=2&code=…'],
    ['X-Original-URL', '/x?api_key=s3cret', '/x?api_key=…'],
    ['Content-Location', '/x;jsessionid=s3cret?page=2', '/x;jsessionid=…?page=2'],
    ['Referer', 'http://a.test/x;jsessionid=s3cret', 'http://a.test/x;jsessionid=…'],
    ['Location', '/login;jsessionid=s3cret', '/login;jsessionid=…'],
    [
      'Content-Security-Policy',
      "report-uri https://a.test/?sentry_key=s3cret&v=7; default-src 'self'",
      "report-uri https://a.test/?sentry_key=…&v=7; default-src 'self'",
    ],
    ['X-State', 'a=1;token=s3cret', 'a=1;token=…'],
    ['X-State', 'a=1; token="s3 cret", b=2', 'a=1; token="…", b=2'],
    ['X-State', '{"user":"me","token":"s3cret"}', '{"user":"me","token":"…"}'],
    [':path', '/x?token=s3cret', '/x?token=…'],
    [
      'WWW-Authenticate',
      'Bearer authorization_uri="https://a.test/?code=s3cret"',
      'Bearer authorization_uri="https://a.test/?code=…"',
    ],
    ['Access-Control-Allow-Origin', 'https://a.test/?token=s3cret', 'https://a.test/?token=…'],
    ['Access-Control-Allow-Headers', 'token=x', 'token=x'],
    ['Strict-Transport-Security', 'max-age=3; includeSubDomains', 'max-age=3; includeSubDomains'],
    ['Server-Timing', 'auth;dur=12, key;desc="x"', 'auth;dur=12, key;desc="x"'],
    ['Content-Type', 'multipart/form-data; boundary=--x', 'multipart/form-data; boundary=--x'],
    ['ETag', 'W/"1=="', 'W/"1=="'],
  ])('%s: %s is given as %s', (name, value, given) =>
    expect(redactValues([[name, value]])).toEqual([[name, given]]),
  );

  test('a name may stand for what was cut, as in a command', () => {
    expect(redactValue('X-Figma-Token', 's3cret', (name) => `<${name}>`)).toBe('<X-Figma-Token>');
    expect(redactValue('X-Next', '/?token=s3cret', (name) => `<${name}>`)).toBe('/?token=<token>');
  });
});

test.each([
  ['http://a.test/p?api_key=s3cret&q=1#part', 'http://a.test/p?api_key=…&q=1'],
  ['http://user:s3cret@a.test/?Access-Token=s3cret', 'http://a.test/?Access-Token=…'],
  ['http://a.test/?user[password]=s3cret&token[]=s3cret', 'http://a.test/?user[password]=…&token[]=…'],
  ['http://a.test/?%61pi_key=s3cret', 'http://a.test/?%61pi_key=…'],
  ['http://a.test/?%zz=1&token', 'http://a.test/?%zz=1&token'],
  ['/relative?token=s3cret', '/relative?token=…'],
  ['http://a.test/login;jsessionid=s3cret', 'http://a.test/login;jsessionid=…'],
  ['http://a.test/a;v=1;jsessionid=s3cret/b;v=2?page=2', 'http://a.test/a;v=1;jsessionid=…/b;v=2?page=2'],
  ['http://a.test/?a=1;token=s3cret&b=2', 'http://a.test/?a=1;token=…&b=2'],
  ['http://a.test/?token=s3;cret&b=2', 'http://a.test/?token=…&b=2'],
  ['http://a.test/?next=https://b.test/?token=s3cret', 'http://a.test/?next=https://b.test/?token=…'],
  [
    'http://a.test/?next=https%3A%2F%2Fb.test%2F%3Ftoken%3Ds3cret%26page%3D2',
    'http://a.test/?next=https%3A%2F%2Fb.test%2F%3Ftoken%3D…%26page%3D2',
  ],
  ['http://a.test/?next=%252Fcb%253Fcode%253Ds3cret', 'http://a.test/?next=%252Fcb%253Fcode%253D…'],
  ['http://a.test/?next=https://user:s3@cret@b.test/', 'http://a.test/?next=https://…@b.test/'],
  [
    'http://a.test/?next=https%3A%2F%2Fuser%3As3cret%40b.test%2F',
    'http://a.test/?next=https%3A%2F%2F…%40b.test%2F',
  ],
  ['http://a.test/?next=%2Fcb%23access_token%3Ds3cret', 'http://a.test/?next=%2Fcb%23…'],
  ['http://a.test/?state=a%3D1%3Btoken%3Ds3cret', 'http://a.test/?state=a%3D1%3Btoken%3D…'],
  ['http://a.test/?json=%7B%22token%22%3A%22s3cret%22%7D', 'http://a.test/?json=%7B%22token%22%3A%22…%22%7D'],
  [
    'http://a.test/proxy/https%3A%2F%2Fb.test%3Ftoken%3Ds3cret/x',
    'http://a.test/proxy/https%3A%2F%2Fb.test%3Ftoken%3D…/x',
  ],
  [
    'http://a.test/@scope/a%20b?q=@me&r=%s&t=100%25&d=YQ==',
    'http://a.test/@scope/a%20b?q=@me&r=%s&t=100%25&d=YQ==',
  ],
  ['http://token=b.test/', 'http://token=b.test/'],
])('%s is reported as %s', (url, reported) => expect(redactUrl(url)).toBe(reported));

test('however deep it is nested, a secret in a URL is cut', () => {
  const name = fc.constantFrom('token', 'new_password', 'api%5Fkey', 'jsessionid');
  const way = fc.constantFrom<(inner: string) => string>(
    (inner) => `https://a.test/?next=${inner}`,
    (inner) => `/x?page=2&next=${inner}`,
    (inner) => `https://a.test/x;to=${encodeURIComponent(inner)}`,
    (inner) => `https://a.test/?next=${encodeURIComponent(inner)}&b=2`,
    (inner) => `a=1;next=${encodeURIComponent(inner)}`,
    (inner) => `https://a.test/#${inner}`,
  );
  fc.assert(
    fc.property(name, fc.array(way, { maxLength: 12 }), (secret, ways) => {
      const url = ways.reduce((inner, wrap) => wrap(inner), `https://b.test/?${secret}=s3cret`);
      expect(redactUrl(`https://c.test/?u=${encodeURIComponent(url)}`)).not.toContain('s3cret');
      expect(redactText(url)).not.toContain('s3cret');
      expect(redactValue('X-Next', url)).not.toContain('s3cret');
      expect(redactValue('Location', url)).not.toContain('s3cret');
    }),
    { numRuns: 500 },
  );
});

test('any text can be redacted, and once is enough', () => {
  const pieces = [
    '%',
    '%3D',
    '%zz',
    '%FF',
    '=',
    '&',
    ';',
    '?',
    '#',
    '/',
    '//',
    '@',
    '"',
    "'",
    '<',
    ' ',
    ':',
    'token',
    'a',
    '\\',
    '\ud800',
    '{',
    '…',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (value) => {
      const once = redactText(value);
      expect(redactText(once)).toBe(once);
      redactUrl(`http://a.test/${value}`);
      for (const name of ['Location', 'Link', 'WWW-Authenticate', 'Refresh', 'X-A']) redactValue(name, value);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  'a',
  ' ',
  'a ',
  ', ',
  'a, ',
  '=',
  '/=',
  '"',
  "'",
  ';',
  ';a',
  '%25',
  'a=',
  'a://',
  '?#',
  '@',
  '//@',
  '\\"',
  '","',
])('a value as long as any that is kept, of %s alone, takes no time', (piece) => {
  const long = piece.repeat(Math.ceil(65_536 / piece.length));
  const started = performance.now();
  for (const name of ['Location', 'Link', 'WWW-Authenticate', 'X-A']) {
    redactHeaderList([
      [name, long],
      [name, `${long}#`],
      [name, `#@${long}`],
    ]);
    redactValue(name, long);
  }
  redactUrl(`http://a.test/?${long}`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
