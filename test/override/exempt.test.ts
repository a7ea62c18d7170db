import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDistinguishable } from '../../src/override/distinguishable.ts';
import { exemptDocuments } from '../../src/override/exempt.ts';
import { isMatchedBy } from './is-matched-by.ts';

function isExempt(pageOrigins: readonly string[], url: string): boolean {
  return isMatchedBy(exemptDocuments(pageOrigins), url);
}

test('without a page there is nothing to tell it from', () => expect(exemptDocuments([])).toEqual([]));

test.each([
  ['http://localhost:5174/', false],
  ['http://localhost:5174/localhost:5175/', false],
  ['http://user:password@localhost:5174/', false],
  ['http://localhost:5175/', true],
  ['http://localhost:517/', true],
  ['http://localhost:51740/', true],
  ['http://localhost/', true],
  ['http://user@localhost/', true],
  ['https://localhost:5174/', true],
  ['https://localhost/', true],
  ['http://localhost.:5174/', true],
  ['http://localhost.:5175/', true],
  ['http://localhost./', true],
  ['https://localhost.:5174/', true],
  ['http://user@localhost.:5174/', true],
  ['blob:http://localhost.:5174/3c6f', true],
  ['blob:http://localhost:5174/3c6f', false],
  ['http://app.localhost:5174/', true],
  ['http://app.localhost.:5174/', true],
  ['https://a.b.localhost/', true],
  ['http://127.0.0.1:5175/', false],
  ['http://notlocalhost:5175/', false],
  ['http://localhost.example.test/', false],
  ['http://example.test/localhost:5175/', false],
])('beside http://localhost:5174, %s is exempt: %s', (url, expected) => {
  expect(isExempt(['http://localhost:5174'], url)).toBe(expected);
});

test('a page without a port is told from those with one', () => {
  expect(isExempt(['http://localhost'], 'http://localhost/')).toBe(false);
  expect(isExempt(['http://localhost'], 'http://localhost:8080/')).toBe(true);
  expect(isExempt(['https://[::1]'], 'https://[::1]/')).toBe(false);
  expect(isExempt(['https://[::1]'], 'https://[::1]:8080/')).toBe(true);
});

test('of names under a host those that have an override of their own are not exempt, and all others are', () => {
  const pages = ['http://localhost:3000', 'http://app.localhost:3000', 'http://x.y.localhost:3000'];
  for (const page of pages) expect(isExempt(pages, `${page}/`)).toBe(false);
  for (const url of [
    'http://app.localhost:3001/',
    'http://app.localhost.:3000/',
    'http://b.app.localhost:3000/',
    'http://ap.localhost:3000/',
    'http://apps.localhost:3000/',
    'http://y.localhost:3000/',
    'http://z.y.localhost:3000/',
    'https://a.b.localhost./',
  ])
    expect([url, isExempt(pages, url)]).toEqual([url, true]);
});

const page = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('localhost', '127.0.0.1', '[::1]', 'a.localhost', 'ab.localhost', 'b-c.ab.localhost'),
    fc.oneof(fc.integer({ min: 1, max: 65_535 }), fc.constantFrom(80, 443, 3000, 3001, 300, 30)),
  )
  .map(([scheme, host, port]) => new URL(`${scheme}://${host}:${port}`).origin);

const pages = fc.array(page, { maxLength: 6 });

/** Much the same with its host written otherwise, and hosts near it. */
const other = fc
  .tuple(page, fc.constantFrom('', 'a.', 'ab.', 'abc.', 'b-c.', 'c.a.', '.'), fc.boolean())
  .map(([origin, before, endsWithDot]) => {
    const { protocol, hostname, port } = new URL(origin);
    const host = hostname.endsWith('localhost') ? `${before}${hostname}${endsWithDot ? '.' : ''}` : hostname;
    return new URL(`${protocol}//${host}${port === '' ? '' : `:${port}`}`).origin;
  });

test('what rules cannot tell from a page, and is none, is exempt, and nothing else', () => {
  fc.assert(
    fc.property(pages, other, (all, origin) => {
      const isAlike = all.some((pageOrigin) => !isDistinguishable({ pageOrigin }, origin));
      expect(isExempt(all, `${origin}/`)).toBe(isAlike && !all.includes(origin));
      for (const one of all) expect(isExempt(all, `${one}/path`)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
