import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { sentence } from '../../src/texts/sentence.ts';

const BROWSER = '../../src/browser/browser.ts';
const getMessage = vi.fn((key: string, values: readonly string[] = []) => [key, ...values].join(' '));

beforeEach(() => {
  getMessage.mockClear();
  vi.resetModules();
  vi.doMock(BROWSER, () => ({ browser: { i18n: { getMessage } } }));
});

afterAll(() => {
  vi.doUnmock(BROWSER);
  vi.resetModules();
});

test('the browser is given the values in the order of their names, however they were written', async () => {
  const { t } = await import('../../src/browser/i18n.ts');
  expect(t('turnOffOverride', { target: 'b.test', page: 'a.test' })).toBe('turnOffOverride a.test b.test');
  expect(t('turnOffOverride', { page: 'a.test', target: 'b.test' })).toBe('turnOffOverride a.test b.test');
});

test('a value that is not there takes no place from the others, and nothing is thrown', async () => {
  const { textOf } = await import('../../src/browser/i18n.ts');
  const values = JSON.parse('{ "target": "b.test", "page": null }');
  expect(textOf({ key: 'turnOffOverride', values })).toBe('turnOffOverride  b.test');
});

test('a text without values is looked up once', async () => {
  const { t, textOf } = await import('../../src/browser/i18n.ts');
  expect([t('clear'), t('clear'), textOf({ key: 'clear', values: {} })]).toEqual(['clear', 'clear', 'clear']);
  expect(getMessage).toHaveBeenCalledTimes(1);
  expect(sentence('clear').values).toEqual({});
});
