interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** Letters that no code, header or URL has, and that still can be read. */
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'áƀçđéƒǧħíĵķłɱñóƥɋřšŧúṽŵẋýžÁƁÇĐÉƑǦĦÍĴĶŁṀÑÓƤɊŘŠŦÚṼŴẊÝŽ'][index] ?? letter,
  ]),
);

/** How much longer texts are than in English, as they are in German or French. */
const LONGER = 0.3;

/**
 * A text of a language that nobody speaks: it has no ASCII letter, is longer than the English one, and stands in brackets,
 * so that a text that is cut or put together from parts shows. Placeholders stay.
 */
export function pseudoText(text: string): string {
  const accented = text
    .split(/(\$[A-Za-z_]+\$)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/[a-z]/gi, (one) => ACCENTED[one] ?? one),
    )
    .join('');
  return `⟦${accented}${'·'.repeat(Math.ceil(text.length * LONGER))}⟧`;
}

/** Plurals, lists and numbers go by the tag of a language. Russian has no ASCII letters, and more plurals than two. */
const TAG = 'ru';

/** All messages of a language in that pseudo-language. */
export function pseudoMessages(
  messages: Readonly<Record<string, Message>>,
): Readonly<Record<string, Message>> {
  const entries = Object.entries(messages).map(([key, entry]) => {
    return [key, { ...entry, message: key === 'locale' ? TAG : pseudoText(entry.message) }] as const;
  });
  return Object.fromEntries(entries);
}
