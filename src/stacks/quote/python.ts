import { originLines } from '../shared/origin-lines.ts';

/**
 * A string literal. JSON's escapes are Python's, too.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
export function quotePython(text: string): string {
  return JSON.stringify(text);
}

/** A list of strings on one line. */
export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(quotePython).join(', ')}]`;
}

/** A list of origins, one on each line; `indent` is that of the line it begins on. */
export function pythonOrigins(origins: readonly string[], indent = '', quote = quotePython): string {
  // Two spaces before the comment, as PEP 8 has it.
  const lines = originLines(origins, { quote, comment: ' #', indent: `${indent}    ` });
  return `[\n${lines}\n${indent}]`;
}
