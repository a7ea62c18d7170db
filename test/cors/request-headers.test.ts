import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { normalizeMethod } from '../../src/cors/method.ts';
import { needsPreflight, unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';

const STANDARD = {
  ...CHROME,
  forbiddenRequestHeaderNames: new Set<string>(),
  safelistedRequestHeaders: new Map<string, RegExp>(),
  largestRangePosition: null,
};

describe('a request header needs no leave', () => {
  test.each([
    ['accept', 'text/*;q=0.5'],
    ['accept', 'x'.repeat(128)],
    ['accept-language', 'en;q=0.5, *'],
    ['content-type', 'text/plain;charset=utf-8'],
    ['content-type', 'TEXT/Plain'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['range', 'bytes=0-'],
    ['range', 'bytes=5-5'],
    ['origin', 'a forbidden name is the browser’s own'],
    ['sec-anything', 'so is this'],
  ])('%s: %s', (name, value) => expect(unsafeRequestHeaderNames([[name, value]], STANDARD)).toEqual([]));
});

describe('a request header needs leave', () => {
  test.each([
    ['authorization', 'Bearer x'],
    ['accept', 'a"b'],
    ['accept', 'x'.repeat(129)],
    ['accept-language', 'de_DE'],
    ['content-type', 'application/json'],
    ['content-type', 'text/plain, application/json'],
    ['content-type', ''],
    ['range', 'bytes=-5'],
    ['range', 'bytes=5-2'],
    ['range', 'bytes=0-1,3-4'],
    ['dpr', '2'],
  ])('%s: %s', (name, value) => expect(unsafeRequestHeaderNames([[name, value]], STANDARD)).toEqual([name]));
});

test('1,024 bytes of safelisted values need none, one more needs leave for all', () => {
  const names = [
    'accept',
    'accept-language',
    'content-language',
    'dpr',
    'rtt',
    'width',
    'downlink',
    'viewport-width',
  ];
  const list = names.map((name) => [name, '1'.repeat(128)] as const);
  expect(unsafeRequestHeaderNames(list, CHROME)).toEqual([]);
  expect(unsafeRequestHeaderNames([...list, ['device-memory', '1']], CHROME)).toHaveLength(9);
});

test('Chrome lets well-formed client hints pass, and nothing else', () => {
  expect(
    unsafeRequestHeaderNames(
      [
        ['DPR', '1.5'],
        ['ECT', '4g'],
        ['User-Agent', 'mine'],
      ],
      CHROME,
    ),
  ).toEqual([]);
  expect(
    unsafeRequestHeaderNames(
      [
        ['DPR', '1.'],
        ['ECT', '5g'],
        ['RTT', '1.5'],
      ],
      CHROME,
    ),
  ).toEqual(['dpr', 'ect', 'rtt']);
});

test('Chrome lets Intervention pass with any value of up to 128 bytes, which the standard does not', () => {
  const sent = (value: string) => [['Intervention', value]] as const;
  for (const value of ['', 'x', '<https://a.example/>; level="warning"', 'x'.repeat(128)]) {
    expect(unsafeRequestHeaderNames(sent(value), CHROME)).toEqual([]);
    expect(unsafeRequestHeaderNames(sent(value), STANDARD)).toEqual(['intervention']);
  }
  expect(unsafeRequestHeaderNames(sent('x'.repeat(129)), CHROME)).toEqual(['intervention']);
});

test('methods: six are upper-cased, and three need no leave', () => {
  expect(['get', 'post', 'put', 'patch', 'Foo'].map(normalizeMethod)).toEqual([
    'GET',
    'POST',
    'PUT',
    'patch',
    'Foo',
  ]);
  expect(['get', 'head', 'POST', 'PUT', 'patch'].map((method) => needsPreflight(method, [], CHROME))).toEqual(
    [false, false, false, true, true],
  );
});

test('any header at all is either safe or named, lower-cased, once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (list) => {
      const names = unsafeRequestHeaderNames(list, CHROME);
      expect(names).toEqual([...new Set(names)].sort());
      expect(names.every((name) => name === name.toLowerCase())).toBe(true);
    }),
  );
});
