import { redactText } from '../privacy/index.ts';
import type { Language } from '../stacks/index.ts';
import { mapValues, type Sentence, type SentenceValue } from '../texts/index.ts';
import type { Say } from './say.ts';
import { clippedText, visibleText } from './visible-text.ts';

/** The length at which sentences cut a value. */
export const MAX_VALUE_CHARS = 300;

/**
 * A value as a code span, in which nothing is markup.
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function codeSpan(value: string): string {
  const text = clippedText(redactText(value), MAX_VALUE_CHARS);
  const oneLine = text.replaceAll('\n', '\\u{a}').replaceAll('\t', '\\u{9}');
  const delimiter = '`'.repeat(longestRun(oneLine) + 1);
  const needsBlank = oneLine === '' || /^[` ]|[` ]$/.test(oneLine);
  return needsBlank ? `${delimiter} ${oneLine} ${delimiter}` : `${delimiter}${oneLine}${delimiter}`;
}

/**
 * Formats lines as a code block. Its fence is longer than any run of backticks in the lines.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function codeBlock(language: 'http' | 'sh' | Language, lines: readonly string[]): string {
  const text = lines.map(visibleText).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A sentence whose values are code. */
export function inWords(say: Say, sentence: Sentence): string {
  const asCode = (value: SentenceValue) =>
    typeof value === 'string' ? codeSpan(value) : value.map(codeSpan);
  return say(mapValues(sentence, asCode));
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
