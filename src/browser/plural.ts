import { type MessageKey, textLanguage } from './i18n.ts';

/** The two plural forms of a message. Languages with one form have the same text in both. */
export interface PluralKeys {
  readonly one: MessageKey;
  readonly other: MessageKey;
}

const rules = new Intl.PluralRules(textLanguage());

/** Picks the plural form for `count`. */
export function pluralKey(count: number, keys: PluralKeys): MessageKey {
  return rules.select(count) === 'one' ? keys.one : keys.other;
}
