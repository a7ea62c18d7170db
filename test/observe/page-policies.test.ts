import { expect, test } from 'vitest';
import { PagePolicies } from '../../src/observe/csp/page-policies.ts';
import { entry, type Headers } from './sample-entry.ts';

// Chrome names no `Sec-Fetch-Dest` to such a host.
const PAGE = 'http://app.example.test/';
const FORBIDS: Headers = { 'Content-Security-Policy': "connect-src 'self'" };

const shown = (page: string, answered: Headers = {}, rest: { status?: number; error?: string } = {}) =>
  entry(PAGE, { type: 'document', page, answered, ...rest });
const stopped = (page: string) =>
  entry('http://api.example.test/', { type: 'xhr', status: 0, error: '', page, asked: { Referer: PAGE } });

/** The directive that forbids a request of `page`, after these entries. */
function forbidden(page: string, ...entries: readonly ReturnType<typeof entry>[]): string | null {
  const policies = new PagePolicies();
  for (const one of entries) policies.note(one);
  return policies.violatedBy(stopped(page), [])?.directive ?? null;
}

test('a page is asked about its own requests', () => {
  expect(forbidden('page_1', shown('page_1', FORBIDS))).toBe('connect-src');
});

test('so are the documents of its frames', () => {
  expect(forbidden('page_1', shown('page_1'), shown('page_1', FORBIDS))).toBe('connect-src');
  expect(forbidden('page_1', shown('page_1', FORBIDS), shown('page_1'))).toBe('connect-src');
});

test('a page before is asked about no request of the next one', () => {
  expect(forbidden('page_2', shown('page_1', FORBIDS), shown('page_2'))).toBeNull();
  // The document of the next one hasn't ended.
  expect(forbidden('page_2', shown('page_1', FORBIDS))).toBeNull();
  // DevTools' list of what was there before comes after what has just ended.
  expect(forbidden('page_2', shown('page_2'), shown('page_1', FORBIDS))).toBeNull();
  expect(forbidden('page_2', shown('page_2', FORBIDS), shown('page_1'))).toBe('connect-src');
});

test('what the tab never shows is not asked: a redirect, a download', () => {
  expect(forbidden('page_1', shown('page_1'), shown('page_1', FORBIDS, { status: 302 }))).toBeNull();
  const download = shown('page_1', FORBIDS, { error: 'net::ERR_ABORTED' });
  expect(forbidden('page_1', shown('page_1'), download)).toBeNull();
});
