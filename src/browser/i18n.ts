import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** The key of a message in `_locales`. Every text that people see is one. */
export type MessageKey = keyof typeof messages;

/** Returns a message in the browser's language, or in English if that language has no messages. Fills in `$1` and so on. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  if (substitutions.length > 0) return browser.i18n.getMessage(key, substitutions);
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
