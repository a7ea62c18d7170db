import { type Messages, type Say, speaker } from '../report/index.ts';
import { LANGUAGES, type Language } from '../texts/index.ts';
import { browser } from './browser.ts';
import { textLanguage } from './i18n.ts';

/** The folder of the language that the interface is in. */
export function ownLanguage(): Language {
  return LANGUAGES.find((language) => language.replace('_', '-') === textLanguage()) ?? 'en';
}

/** Makes a function that writes sentences in any language that has messages, not only the browser's. */
export async function sayIn(language: Language): Promise<Say> {
  const file = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  const messages: Messages = await file.json();
  return speaker(messages);
}
