import { Fragment, type JSX } from 'preact';
import { lists } from '../../browser/formats.ts';
import { t, textOf } from '../../browser/i18n.ts';
import { clippedText } from '../../report/index.ts';
import type { MessageKey, Sentence, SentenceValue, ValuesFor } from '../../texts/index.ts';

/** The length at which values are cut by default. */
const MAX_VALUE_CHARS = 160;

/** The number of list values that are shown. The others are counted; the comparison table shows them all. */
const MAX_LIST_VALUES = 12;

/** Private-use characters. Each stands for a value while the text is fetched. */
const VALUE_MARKERS = [...'\ue000\ue001\ue002\ue003\ue004'];

/** Shows a value from the network as text alone. It can't change the direction of the text around it. */
export function Value({ text, length = MAX_VALUE_CHARS }: { text: string; length?: number }) {
  return <bdi class="value">{clippedText(text, length)}</bdi>;
}

/** Shows a sentence in the user's language, with its values as code. */
export function Words({ of: { key, values }, length = MAX_VALUE_CHARS }: { of: Sentence; length?: number }) {
  const byMarker = new Map(Object.entries(values).map((named, index) => [VALUE_MARKERS[index] ?? '', named]));
  const markers = Object.fromEntries([...byMarker].map(([marker, [name]]) => [name, marker]));
  return textOf({ key, values: markers })
    .split(/([\ue000-\ue004])/)
    .map((part) => {
      const [, value] = byMarker.get(part) ?? [];
      return value === undefined ? part : <Values key={part} value={value} length={length} />;
    });
}

interface TextProps<Key extends MessageKey> {
  readonly message: Key;
  readonly values: ValuesFor<Key, SentenceValue>;
}

/** Does the same for a text that is named by its key. */
export function Text<Key extends MessageKey>(props: TextProps<Key>): JSX.Element;
export function Text({ message, values }: { message: MessageKey; values: Sentence['values'] }) {
  return <Words of={{ key: message, values }} />;
}

function Values({ value, length }: { value: SentenceValue; length: number }) {
  if (typeof value === 'string') return <Value text={value} length={length} />;
  const named = value.length > MAX_LIST_VALUES ? value.slice(0, MAX_LIST_VALUES - 1) : value;
  const more = value.length - named.length;
  const listed = more === 0 ? named : [...named, t('moreValues', { count: String(more) })];
  let element = 0;
  return lists.formatToParts(listed).map((part, index) => {
    const isValue = part.type === 'element' && element++ < named.length;
    return (
      <Fragment key={index}>{isValue ? <Value text={part.value} length={length} /> : part.value}</Fragment>
    );
  });
}
