import type { Sentence } from '../cause/headline-sentence.ts';
import { t, uiLanguage } from '../platform/i18n.ts';

const lists = new Intl.ListFormat(uiLanguage(), { type: 'conjunction' });

/** A sentence in the user's language, as plain text. */
export function say({ key, values }: Sentence): string {
  return t(key, ...values.map((value) => (typeof value === 'string' ? value : lists.format(value))));
}
