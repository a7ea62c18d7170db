import { type Messages, type Say, speaker } from '../report/index.ts';
import { browser } from './browser.ts';
import { textLanguage } from './i18n.ts';

/** The folders of `_locales`. */
const LANGUAGES = ['en', 'zh_CN'] as const;
type Language = (typeof LANGUAGES)[number];

/** The folder of the language that the interface is in. */
export function ownLanguage(): Language {
  return LANGUAGES.find((language) => language.replace('_', '-') === textLanguage()) ?? 'en';
}

/** Speaks a language that need not be that of the browser's interface. */
export async function sayIn(language: Language): Promise<Say> {
  const file = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  const messages: Messages = await file.json();
  return speaker(messages);
}
