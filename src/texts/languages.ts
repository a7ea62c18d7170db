import type { PlainKey } from './placeholders.ts';

/** The folders of `_locales`, each with the text that names its language. */
export const LANGUAGE_NAMES = {
  en: 'inEnglish',
  zh_CN: 'inChinese',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** A folder of `_locales`. */
export type Language = keyof typeof LANGUAGE_NAMES;

/** Every language, in the order in which they are offered. */
export const LANGUAGES = Object.keys(LANGUAGE_NAMES).filter(isLanguage);

function isLanguage(name: string): name is Language {
  return name in LANGUAGE_NAMES;
}
