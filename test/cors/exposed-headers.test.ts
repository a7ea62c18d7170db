import { expect, test } from 'vitest';
import { exposingValue, hiddenHeaderNames } from '../../src/cors/exposed-headers.ts';

const headers = [
  ['Content-Type', 'application/json'],
  ['ETag', '"1"'],
  ['X-Total', '3'],
  ['Set-Cookie', '…'],
] as const;

test('a script reads the safelisted headers, and of the others those that are exposed', () => {
  expect(hiddenHeaderNames(headers, 'omit')).toEqual(['etag', 'x-total']);
  const exposing = [...headers, ['Access-Control-Expose-Headers', 'X-TOTAL'] as const];
  expect(hiddenHeaderNames(exposing, 'omit')).toEqual(['etag', 'access-control-expose-headers']);
});

test('a wildcard exposes all of them, but only without credentials', () => {
  const exposing = [...headers, ['Access-Control-Expose-Headers', '*'] as const];
  expect(hiddenHeaderNames(exposing, 'omit')).toEqual([]);
  expect(hiddenHeaderNames(exposing, 'include')).toContain('etag');
});

test('what exposes them keeps what is exposed already, each name once and as it was written', () => {
  expect(exposingValue(headers, ['etag', 'x-total'])).toBe('etag, x-total');
  const exposing = [...headers, ['Access-Control-Expose-Headers', 'X-Page, X-Total, bad name'] as const];
  expect(exposingValue(exposing, ['etag', 'x-total'])).toBe('X-Page, X-Total, etag');
});

test('what exposes them with credentials has no wildcard', () => {
  const exposing = [...headers, ['Access-Control-Expose-Headers', '*'] as const];
  expect(exposingValue(exposing, hiddenHeaderNames(exposing, 'include').slice(0, 2))).toBe('etag, x-total');
});

test('with that value none of them is hidden', () => {
  const names = hiddenHeaderNames(headers, 'include');
  const exposing = [...headers, ['Access-Control-Expose-Headers', exposingValue(headers, names)] as const];
  expect(hiddenHeaderNames(exposing, 'include')).toEqual(['access-control-expose-headers']);
});
