import type { MessageKey } from '../texts/index.ts';
import { textLanguage } from './i18n.ts';

/** The two plural forms of a message. Languages with one form have the same text in both. */
export interface PluralKeys<Key extends MessageKey> {
  readonly one: Key;
  readonly other: Key;
}

const rules = new Intl.PluralRules(textLanguage());

/** Picks the plural form for `count`. */
export function pluralKey<Key extends MessageKey>(count: number, keys: PluralKeys<Key>): Key {
  return rules.select(count) === 'one' ? keys.one : keys.other;
}
