import type messages from '../../public/_locales/en/messages.json';

// Only types: no context loads the texts, which the browser keeps.
type Messages = typeof messages;

/** A text of `public/_locales`. */
export type MessageKey = keyof Messages;

/** The names of a text's placeholders; of several texts those that any of them has. */
type PlaceholderOf<Key extends MessageKey> = Key extends MessageKey
  ? Messages[Key] extends { placeholders: infer Placeholders }
    ? keyof Placeholders & string
    : never
  : never;

/** The texts with these placeholders and no others. A table of texts that are all given the same is typed by it. */
export type KeysWith<Name extends PlaceholderOf<MessageKey>> = {
  [Key in MessageKey]: [PlaceholderOf<Key>, Name] extends [Name, PlaceholderOf<Key>] ? Key : never;
}[MessageKey];

/** The texts without placeholders. */
export type PlainKey = KeysWith<never>;

/**
 * What a text's placeholders stand for, by name. Texts to choose from need the same placeholders, else nothing fits. Other
 * names are ruled out, in variables, too: the browser is given the values in the order of their names, and one too many
 * would shift those behind it.
 */
export type ValuesFor<Key extends MessageKey, Value> = [LackingSome<Key>] extends [never]
  ? { readonly [Name in PlaceholderOf<Key>]: Value } & {
      readonly [Name in Exclude<PlaceholderOf<MessageKey>, PlaceholderOf<Key>>]?: never;
    }
  : never;

/** What follows a text's key: its values, or nothing if it has no placeholders. */
export type ArgumentsFor<Key extends MessageKey, Value> = [PlaceholderOf<Key>] extends [never]
  ? []
  : [values: ValuesFor<Key, Value>];

/** Those of several texts that lack a placeholder of another. */
type LackingSome<Key extends MessageKey, All extends MessageKey = Key> = Key extends MessageKey
  ? [PlaceholderOf<All>] extends [PlaceholderOf<Key>]
    ? never
    : Key
  : never;
