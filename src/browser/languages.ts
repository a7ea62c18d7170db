import { type Messages, type Say, speaker } from '../report/index.ts';
import type { Language } from '../texts/index.ts';
import { browser } from './browser.ts';

/** Makes a function that writes sentences in any language that has messages, not only the browser's. */
export async function sayIn(language: Language): Promise<Say> {
  const file = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  const messages: Messages = await file.json();
  return speaker(messages);
}
