import type { Sentence } from '../texts/index.ts';

/** Puts a sentence into words of one language. */
export type Say = (sentence: Sentence) => string;

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, unknown>>;
}

/** A file of `_locales`; `locale` is the BCP 47 tag of its language. */
export type Messages = Readonly<Record<string, Message>> & { readonly locale: Message };

/**
 * Speaks a language that need not be the browser's own, by the rules of `chrome.i18n`.
 * @see https://developer.chrome.com/docs/extensions/reference/api/i18n#locale-specific-message-format
 */
export function speaker(messages: Messages): Say {
  const lists = new Intl.ListFormat(messages.locale.message, { type: 'conjunction' });
  return ({ key, values }) => {
    const { message, placeholders = {} } = messages[key] ?? { message: '' };
    // In one pass: what a value holds is no placeholder.
    return message.replaceAll(/\$(\w+)\$|\$\$/g, (whole, name: string | undefined) => {
      if (name === undefined) return '$';
      if (placeholders[name.toLowerCase()] === undefined) return whole;
      const value = values[name.toLowerCase()] ?? '';
      return typeof value === 'string' ? value : lists.format(value);
    });
  };
}
