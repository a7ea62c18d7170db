import { originLines } from '../shared/origin-lines.ts';
import { quoteSingle, quoteSingles } from './single.ts';

/** The text as a string literal of JavaScript. */
export const jsString = quoteSingle;

/** An array literal of strings, on one line. */
export function jsStrings(texts: readonly string[]): string {
  return `[${quoteSingles(texts)}]`;
}

/** An array literal of origins, each on a line of its own. */
export function jsOrigins(origins: readonly string[]): string {
  return `[\n${originLines(origins, { quote: jsString, comment: '//', indent: '  ' })}\n]`;
}
