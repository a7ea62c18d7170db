import { describe, expect, test } from 'vitest';
import { type KeysWith, mapValues, sentence } from '../../src/texts/index.ts';

test('a sentence is plain data: its text and its values', () => {
  const plain = sentence('labelPassed', { status: '200' });
  expect(plain).toEqual({ key: 'labelPassed', values: { status: '200' } });
  expect(sentence('clear')).toEqual({ key: 'clear', values: {} });
  expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
});

test('other values take the places of those that were', () => {
  const plain = sentence('headlineHeader', { host: 'a.test', names: ['x-b'] });
  expect(mapValues(plain, (value) => [value].flat().join())).toEqual({
    key: 'headlineHeader',
    values: { host: 'a.test', names: 'x-b' },
  });
});

// `npm run check` fails if one of these is no error any more.
describe('the compiler refuses', () => {
  const [one, several] = [['x-a'], ['x-a', 'x-b']];
  const calls: readonly (readonly [what: string, call: () => unknown])[] = [
    // @ts-expect-error: the text has a placeholder.
    ['a value that is missing', () => sentence('labelHeaders')],
    // @ts-expect-error: it is `names`.
    ['a misspelt name', () => sentence('labelHeaders', { name: several })],
    // @ts-expect-error: one of two.
    ['one of two values', () => sentence('headlineHeader', { host: 'a.test' })],
    // @ts-expect-error: the text has one placeholder.
    ['a value too many', () => sentence('labelHeaders', { names: one, host: 'a.test' })],
    // @ts-expect-error: the text has no placeholder.
    ['a value of a text that takes none', () => sentence('clear', { names: one })],
    // @ts-expect-error: there is no such text.
    ['an unknown text', () => sentence('labelHeader', { names: one })],
    // @ts-expect-error: a value is text.
    ['a number', () => sentence('labelPassed', { status: 200 })],
  ];

  test.each(calls)('%s', (_, call) => {
    expect(call()).toHaveProperty('key');
  });

  test('a value too many, also in a variable and among others', () => {
    const values = { names: one, host: 'a.test' };
    // @ts-expect-error: the text has one placeholder.
    expect(sentence('labelHeaders', values)).toHaveProperty('values', values);
    // @ts-expect-error: the text has one placeholder.
    expect(sentence('labelHeaders', { ...values })).toHaveProperty('values', values);
  });
});

describe('of texts to choose from', () => {
  const among = <Key>(...keys: readonly [Key, ...Key[]]): Key => keys[0];

  test('those with the same placeholders go', () => {
    const key = among('headlineHeader' as const, 'headlineHeaders' as const);
    expect(sentence(key, { host: 'a.test', names: ['x-a'] }).key).toBe('headlineHeader');
  });

  test('others are refused by the compiler, whatever they are given', () => {
    const key = among('labelHeaders' as const, 'labelHeadersMore' as const);
    // @ts-expect-error: the first has no `count`.
    expect(sentence(key, { names: ['x-a'], count: '2' })).toHaveProperty('key', key);
    // @ts-expect-error: the second has.
    expect(sentence(key, { names: ['x-a'] })).toHaveProperty('key', key);
    const plain = among('clear' as const, 'labelHeaders' as const);
    // @ts-expect-error: the first takes no value.
    expect(sentence(plain, { names: ['x-a'] })).toHaveProperty('key', plain);
  });

  test('a table can be typed by what all of its texts take', () => {
    const titles: readonly KeysWith<'host' | 'status'>[] = [
      'status400',
      // @ts-expect-error: it takes a header.
      'whyCheck',
      // @ts-expect-error: it takes nothing.
      'clear',
    ];
    expect(titles).toHaveLength(3);
  });
});
