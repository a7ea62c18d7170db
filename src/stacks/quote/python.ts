import { originLines } from '../shared/origin-lines.ts';
import { quoteDouble, quoteDoubles } from './double.ts';

/** A list of strings on one line. */
export function pythonList(texts: readonly string[]): string {
  return `[${quoteDoubles(texts)}]`;
}

/** A list of origins, one on each line; `indent` is that of the line it begins on. */
export function pythonOrigins(origins: readonly string[], indent = '', quote = quoteDouble): string {
  // Two spaces before the comment, as PEP 8 has it.
  const lines = originLines(origins, { quote, comment: ' #', indent: `${indent}    ` });
  return `[\n${lines}\n${indent}]`;
}
