import { afterAll, describe, expect, test, vi } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import type { Messages } from '../../src/report/say.ts';

const BROWSER = '../../src/browser/browser.ts';

afterAll(() => {
  vi.doUnmock(BROWSER);
  vi.resetModules();
});

/** The extension in a browser of this language, which speaks with `messages`. */
async function speaking(uiLanguage: string, messages: Messages) {
  vi.resetModules();
  const getMessage = (key: string, values: string[] = []) =>
    (messages[key]?.message ?? '').replaceAll(/\$\w+\$/g, () => values[0] ?? '');
  vi.doMock(BROWSER, () => ({ browser: { i18n: { getUILanguage: () => uiLanguage, getMessage } } }));
  const [{ textLanguage }, { pluralKey }, { numbers }, { say: sayInPanel }, { minuteOfDay }] =
    await Promise.all([
      import('../../src/browser/i18n.ts'),
      import('../../src/browser/plural.ts'),
      import('../../src/browser/formats.ts'),
      import('../../src/panel/say.ts'),
      import('../../src/panel/model/clock.ts'),
    ]);
  return {
    textLanguage: textLanguage(),
    plural: (count: number) => pluralKey(count, { one: 'droppedOne', other: 'droppedOther' }),
    number: numbers.format(1500),
    list: sayInPanel({ key: 'hiddenHeaders', values: { names: ['x-a', 'x-b', 'x-c'] } }),
    time: minuteOfDay(new Date(2026, 0, 1, 14, 5).getTime()),
  };
}

describe.each(['fr', 'ru', 'zh-TW', 'de', 'ar'])(
  'in a browser whose language is %s, texts are English',
  (language) => {
    test('plurals, numbers, lists and times are English, too', async () => {
      const { textLanguage, plural, number, list, time } = await speaking(language, en);
      expect(textLanguage).toBe('en');
      expect([0, 1, 2, 21].map(plural)).toEqual([
        'droppedOther',
        'droppedOne',
        'droppedOther',
        'droppedOther',
      ]);
      expect(number).toBe('1,500');
      expect(list).toContain(': x-a, x-b, and x-c.');
      expect(time).toBe('14:05');
    });
  },
);

test('Chinese texts have Chinese lists, also where the browser calls its language otherwise', async () => {
  const { textLanguage, plural, list } = await speaking('en-US', zh);
  expect(textLanguage).toBe('zh-CN');
  expect(plural(1)).toBe('droppedOther');
  expect(list).toContain('x-a、x-b和x-c');
});
