import { textLanguage } from './i18n.ts';

/** Such as “a, b, and c”. */
export const lists = new Intl.ListFormat(textLanguage(), { type: 'conjunction' });

/** Such as 1,500. */
export const numbers = new Intl.NumberFormat(textLanguage());
