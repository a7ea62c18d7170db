import { Fragment } from 'preact';
import { lists } from '../../browser/formats.ts';
import { t } from '../../browser/i18n.ts';
import { clippedText } from '../../report/index.ts';
import type { MessageKey, Sentence, SentenceValue } from '../../texts/index.ts';

/** Longer values are cut, unless said otherwise. */
const LENGTH = 160;

/** Of more values in a list the last ones are counted; the table of what was asked names them all. */
const MANY = 12;

/** Stands for the value of placeholder n while the text is fetched: a private-use character. */
const MARKERS = [...'\ue000\ue001\ue002\ue003\ue004'];

/** A value from the network, as text and nothing else: it can't turn the direction of what is around it. */
export function Value({ text, length = LENGTH }: { text: string; length?: number }) {
  return <bdi class="value">{clippedText(text, length)}</bdi>;
}

/** A sentence in the user's language, its values set off as code. */
export function Words({ of: { key, values }, length = LENGTH }: { of: Sentence; length?: number }) {
  const text = t(key, ...MARKERS.slice(0, values.length));
  return text.split(/([\ue000-\ue004])/).map((part) => {
    const value = values[MARKERS.indexOf(part)];
    return value === undefined ? part : <Values key={part} value={value} length={length} />;
  });
}

/** The same, for a text that is named where it is used. */
export function Text({ message, values = [] }: { message: MessageKey; values?: readonly SentenceValue[] }) {
  return <Words of={{ key: message, values }} />;
}

function Values({ value, length }: { value: SentenceValue; length: number }) {
  if (typeof value === 'string') return <Value text={value} length={length} />;
  const named = value.length > MANY ? value.slice(0, MANY - 1) : value;
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
