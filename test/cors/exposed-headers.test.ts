import { expect, test } from 'vitest';
import { hiddenHeaderNames } from '../../src/cors/index.ts';

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
