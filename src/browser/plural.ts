import { type MessageKey, textLanguage } from './i18n.ts';

/** The two plural forms of a text; languages with one form have the same in both. */
export interface PluralKeys {
  readonly one: MessageKey;
  readonly other: MessageKey;
}

const rules = new Intl.PluralRules(textLanguage());

/** The form of a text that goes with `count`. */
export function pluralKey(count: number, keys: PluralKeys): MessageKey {
  return rules.select(count) === 'one' ? keys.one : keys.other;
}
