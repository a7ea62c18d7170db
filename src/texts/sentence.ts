import type messages from '../../public/_locales/en/messages.json';

/** A text of `public/_locales`. */
export type MessageKey = keyof typeof messages;

/** A value named in a sentence: one thing, or several of a kind. */
export type SentenceValue = string | readonly string[];

/** A sentence that is not yet in any language: its text, and the values for the text's placeholders, in order. */
export interface Sentence {
  readonly key: MessageKey;
  readonly values: readonly SentenceValue[];
}

export function sentence(key: MessageKey, ...values: SentenceValue[]): Sentence {
  return { key, values };
}
