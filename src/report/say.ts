import type { Sentence } from '../cause/headline-sentence.ts';

/** Puts a sentence into words of one language. */
export type Say = (sentence: Sentence) => string;

/** A file of `_locales`. */
export type Messages = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

/**
 * Speaks a language that need not be the browser's own, by the rules of `chrome.i18n`.
 * @param language BCP 47 tag
 * @see https://developer.chrome.com/docs/extensions/reference/api/i18n#locale-specific-message-format
 */
export function speaker(messages: Messages, language: string): Say {
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return ({ key, values }) => {
    const { message, placeholders = {} } = messages[key] ?? { message: '' };
    const texts = values.map((value) => (typeof value === 'string' ? value : lists.format(value)));
    // In one pass: what a value holds is no placeholder.
    return message.replaceAll(/\$(\w+)\$|\$\$/g, (whole, name: string | undefined) => {
      if (name === undefined) return '$';
      const place = /^\$([1-9])$/.exec(placeholders[name.toLowerCase()]?.content ?? '');
      return place === null ? whole : (texts[Number(place[1]) - 1] ?? '');
    });
  };
}
