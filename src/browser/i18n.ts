import type { ArgumentsFor, MessageKey, Sentence } from '../texts/index.ts';
import { browser } from './browser.ts';

/**
 * Returns a message in the browser's language, or in English if that language has no messages. Values go by the names of
 * the message's placeholders.
 */
export function t<Key extends MessageKey>(key: Key, ...values: ArgumentsFor<Key, string>): string;
export function t(key: MessageKey, values: Sentence<string>['values'] = {}): string {
  return textOf({ key, values });
}

/**
 * The same for a sentence. The browser knows placeholders by number, and they are numbered in the order of their names:
 * `test/panel/locales.test.ts` holds that.
 */
export function textOf({ key, values }: Sentence<string>): string {
  const names = Object.keys(values);
  if (names.length > 0) {
    return browser.i18n.getMessage(
      key,
      names.sort().map((name) => values[name] ?? ''),
    );
  }
  const text = plainTexts.get(key) ?? browser.i18n.getMessage(key);
  plainTexts.set(key, text);
  return text;
}

/** Caches messages without placeholders. Each look-up calls the browser, and a long list needs hundreds. */
const plainTexts = new Map<MessageKey, string>();

/**
 * BCP 47 tag of the language of the messages. Plurals, lists, numbers and times must use it. The language of the browser's
 * own interface may be another, which has no messages.
 */
export function textLanguage(): string {
  return t('locale');
}
