import type { ArgumentsFor, MessageKey } from './placeholders.ts';

/** A value named in a sentence: one thing, or several of a kind. */
export type SentenceValue = string | readonly string[];

/** A sentence that is not yet in any language: its text, and what the text's placeholders stand for, by name. */
export interface Sentence<Value extends SentenceValue = SentenceValue> {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, Value>>;
}

/** Makes a sentence of a text. Its values go by the names of the text's placeholders. */
export function sentence<Key extends MessageKey>(
  key: Key,
  ...values: ArgumentsFor<Key, SentenceValue>
): Sentence;
export function sentence(key: MessageKey, values: Sentence['values'] = {}): Sentence {
  return { key, values };
}

/** The same sentence with what `change` makes of each value. */
export function mapValues<Value extends SentenceValue>(
  { key, values }: Sentence,
  change: (value: SentenceValue) => Value,
): Sentence<Value> {
  const changed = Object.entries(values).map(([name, value]) => [name, change(value)] as const);
  return { key, values: Object.fromEntries(changed) };
}
