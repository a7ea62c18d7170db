import { originLines } from '../shared/origin-lines.ts';
import { replaceInvisible } from './invisible.ts';
import { quoteSingle } from './single.ts';

/**
 * Quotes a string literal in JavaScript. Invisible characters, line breaks among them, are written by their number.
 * @see https://tc39.es/ecma262/#prod-UnicodeEscapeSequence
 */
export function jsString(text: string): string {
  return replaceInvisible(quoteSingle(text), (codePoint) => `\\u{${codePoint.toString(16)}}`);
}

/** Returns an array literal of strings, on one line. */
export function jsStrings(texts: readonly string[]): string {
  return `[${texts.map(jsString).join(', ')}]`;
}

/** Returns an array literal of origins, each on a line of its own. */
export function jsOrigins(origins: readonly string[]): string {
  return `[\n${originLines(origins, { quote: jsString, comment: '//', indent: '  ' })}\n]`;
}
