import { originLines } from '../shared/origin-lines.ts';
import { quoteDouble, quoteDoubles } from './double.ts';

/** Returns a list of strings, on one line. */
export function pythonList(texts: readonly string[]): string {
  return `[${quoteDoubles(texts)}]`;
}

/** Returns a list of origins, each on a line of its own. `indent` is that of the line on which the list begins. */
export function pythonOrigins(origins: readonly string[], indent = '', quote = quoteDouble): string {
  // Two spaces before the comment, as PEP 8 has it.
  const lines = originLines(origins, { quote, comment: ' #', indent: `${indent}    ` });
  return `[\n${lines}\n${indent}]`;
}
