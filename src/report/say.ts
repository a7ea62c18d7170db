import type { Sentence } from '../texts/index.ts';

/** Formats a sentence in one language. */
export type Say = (sentence: Sentence) => string;

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, unknown>>;
}

/** A file of `_locales`; `locale` is the BCP 47 tag of its language. */
export type Messages = Readonly<Record<string, Message>> & { readonly locale: Message };

/**
 * Formats sentences in a language that may differ from the browser's, by the rules of `chrome.i18n`.
 * @see https://developer.chrome.com/docs/extensions/reference/api/i18n#locale-specific-message-format
 */
export function speaker(messages: Messages): Say {
  const lists = new Intl.ListFormat(messages.locale.message, { type: 'conjunction' });
  return ({ key, values }) => {
    const { message, placeholders = {} } = messages[key] ?? { message: '' };
    // Replaces all placeholders in one pass, since a value may look like a placeholder.
    return message.replaceAll(/\$(\w+)\$|\$\$/g, (whole, name: string | undefined) => {
      if (name === undefined) return '$';
      if (placeholders[name.toLowerCase()] === undefined) return whole;
      const value = values[name.toLowerCase()] ?? '';
      return typeof value === 'string' ? value : lists.format(value);
    });
  };
}
