import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exemptDocuments } from '../../src/override/exempt.ts';

function isExempt(pageOrigins: readonly string[], url: string): boolean {
  return exemptDocuments(pageOrigins).some((regex) => new RegExp(regex, 'i').test(url));
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
  ['http://app.localhost:5174/', true],
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

test('a name that has an override of its own is not exempt for that of its parent', () => {
  const pages = ['http://localhost:3000', 'http://app.localhost:3000'];
  for (const page of pages) expect(isExempt(pages, `${page}/`)).toBe(false);
  expect(isExempt(pages, 'http://app.localhost:3001/')).toBe(true);
});

const origin = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('localhost', '127.0.0.1', '[::1]'),
    fc.oneof(fc.integer({ min: 1, max: 65_535 }), fc.constantFrom(80, 443, 3000, 3001, 300, 30)),
  )
  .map(([scheme, host, port]) => new URL(`${scheme}://${host}:${port}`).origin);

test('of the hosts of pages, just the origins that are none of them are exempt', () => {
  fc.assert(
    fc.property(fc.array(origin, { maxLength: 6 }), origin, (pages, other) => {
      const sharesHost = pages.some((page) => new URL(page).hostname === new URL(other).hostname);
      expect(isExempt(pages, `${other}/`)).toBe(sharesHost && !pages.includes(other));
      for (const page of pages) expect(isExempt(pages, `${page}/path`)).toBe(false);
    }),
  );
});
