import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from '../../src/cors/origin.ts';

/** Pieces that a URL's parts may be told apart by, rightly or not. */
const pieces = fc.constantFrom(
  'http:',
  'https:',
  'HTTP:',
  'data:',
  '/',
  '//',
  '\\',
  '@',
  '#',
  '?',
  ':',
  ':80',
  ':8080',
  '[::1]',
  'localhost',
  'Evil.test',
  'ü.test',
  '%6c',
  '\t',
  '\n',
  ' ',
  'x',
);

test('the origin is the one that the URL parser finds, however the URL is written', () => {
  const written = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((some) => some.join('')),
    fc.array(pieces, { maxLength: 6 }).map((some) => `http://${some.join('')}`),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );
  fc.assert(
    fc.property(written, (url) => {
      const parsed = URL.parse(url);
      const isHttp = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
      expect(originOf(url)).toBe(isHttp ? parsed.origin : 'null');
    }),
    { numRuns: 5_000 },
  );
});
