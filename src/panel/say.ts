import { lists } from '../browser/formats.ts';
import { textOf } from '../browser/i18n.ts';
import { mapValues, type Sentence } from '../texts/index.ts';

/** Texts by key and values. Thousands of rows are said in a few sentences, and Chrome takes its time to look one up. */
const said = new Map<string, string>();
const REMEMBERED = 1_000;

/** A sentence in the user's language, as plain text. */
export function say(sentence: Sentence): string {
  const id = `${sentence.key} ${JSON.stringify(sentence.values)}`;
  const known = said.get(id);
  if (known !== undefined) return known;
  const text = textOf(
    mapValues(sentence, (value) => (typeof value === 'string' ? value : lists.format(value))),
  );
  if (said.size >= REMEMBERED) said.clear();
  said.set(id, text);
  return text;
}
