import { describe, expect, test } from 'vitest';
import { isTruncatedUrl, truncateHeaderList, truncateUrl } from '../../src/observe/truncate.ts';
import { redactUrl } from '../../src/privacy/url.ts';

const long = (start: string, length: number) => `${start}${'a'.repeat(length - start.length)}`;

describe('of a URL', () => {
  test('that a server may take, all is kept', () => {
    const url = long('http://a.test/?q=', 16_000);
    expect(truncateUrl(url)).toBe(url);
    expect(isTruncatedUrl(truncateUrl(url))).toBe(false);
  });

  test('of 2 MB, the beginning and the end are kept, and that it is cut can be told', () => {
    const url = `${long('http://a.test/?q=', 2 ** 21)}&end=1`;
    const kept = truncateUrl(url);
    expect(kept.length).toBe(16_001);
    expect(isTruncatedUrl(kept)).toBe(true);
    expect(new URL(kept).origin).toBe('http://a.test');
    expect(kept.endsWith('&end=1')).toBe(true);
  });
});

describe('of a URL whose end begins in a parameter', () => {
  const filled = long('http://a.test/?q=', 15_500);
  const secret = long('s3cret', 5_000);

  test.each([
    ['the value is known by its name', `${filled}&token=${secret}&page=2`, '…&token=…'],
    [
      'of a path parameter, too',
      `${long('http://a.test/', 15_500)};jsessionid=${secret}?page=2`,
      '…;jsessionid=…',
    ],
    [
      'a name that would be cut in two is kept',
      `${filled}${long('', 5_000)}&access_token=${long('', 990)}`,
      '…&access_token=',
    ],
  ])('%s', (_what, url, expected) => {
    const kept = truncateUrl(url);
    expect(kept).toContain(expected);
    expect(redactUrl(kept).slice(15_000)).not.toContain('aaa');
    expect(kept.length).toBeLessThan(16_300);
  });

  test('a value whose name is longer than any real one is left out', () => {
    const kept = truncateUrl(`${filled}&${long('token', 3_000)}=${secret}&page=2`);
    expect(kept.slice(15_000)).toBe('…&page=2');
  });
});

describe('of headers', () => {
  test('as real ones are, all are kept, in their order', () => {
    const list = [
      ['Server', 'a'],
      ['X-Long', long('', 65_536)],
      ['Vary', 'Origin'],
      ['Vary', 'Accept'],
    ] as const;
    expect(truncateHeaderList(list)).toEqual(list);
  });

  test('that are too many or too long, what CORS is judged by is kept whole, and the rest is counted', () => {
    const allowed = long('x-', 250_000);
    const many = Array.from({ length: 5_000 }, (_, index) => [`X-${index}`, '1'] as const);
    const kept = truncateHeaderList([
      ['X-Long', long('', 100_000)],
      ...many,
      ['Access-Control-Allow-Headers', allowed],
      ['origin', 'http://a.test'],
    ]);
    expect(kept[0]).toEqual(['X-Long', `${long('', 65_536)}…`]);
    expect(kept).toContainEqual(['Access-Control-Allow-Headers', allowed]);
    expect(kept).toContainEqual(['origin', 'http://a.test']);
    expect(kept.at(-1)).toEqual(['…', '4001']);
    expect(kept).toHaveLength(1_003);
  });

  test('that are long, each, as many are kept as there is room for', () => {
    const list = Array.from({ length: 4 }, (_, index) => [`X-${index}`, long('', 60_000)] as const);
    expect(truncateHeaderList(list)).toEqual([...list.slice(0, 2), ['…', '2']]);
  });
});
