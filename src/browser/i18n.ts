import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** Every text that people see has a key in `_locales`. */
export type MessageKey = keyof typeof messages;

/** The text of `key`, with `$1` and so on filled in: in the browser's language, or in English where that has no texts. */
export function t(key: MessageKey, ...substitutions: string[]): string {
  if (substitutions.length > 0) return browser.i18n.getMessage(key, substitutions);
  const text = plainTexts.get(key) ?? browser.i18n.getMessage(key);
  plainTexts.set(key, text);
  return text;
}

/** Each look-up goes to the browser; a list of rows makes a hundred of them. */
const plainTexts = new Map<MessageKey, string>();

/**
 * BCP 47 tag of the language that the texts are in. Plurals, lists, numbers and times go by it, and not by the language
 * of the browser's own interface, which may be one without texts.
 */
export function textLanguage(): string {
  return t('locale');
}
