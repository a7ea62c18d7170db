import { originLines } from '../shared/origin-lines.ts';
import { quoteDouble } from './double.ts';
import { replaceInvisible } from './invisible.ts';

/**
 * Quotes a string literal in Python. Invisible characters, line breaks among them, are written by their number.
 * @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
export function pythonString(text: string): string {
  return replaceInvisible(quoteDouble(text), (codePoint) => `\\U${codePoint.toString(16).padStart(8, '0')}`);
}

/** Returns a list of strings, on one line. */
export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(pythonString).join(', ')}]`;
}

/** Returns a list of origins, each on a line of its own. `indent` is that of the line on which the list begins. */
export function pythonOrigins(origins: readonly string[], indent = '', quote = quoteDouble): string {
  // Two spaces before the comment, as PEP 8 has it.
  const lines = originLines(origins, { quote, comment: ' #', indent: `${indent}    ` });
  return `[\n${lines}\n${indent}]`;
}
