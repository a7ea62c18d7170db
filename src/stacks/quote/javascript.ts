import { originLines } from '../shared/origin-lines.ts';
import { quoteSingle, quoteSingles } from './single.ts';

/** Quotes a string literal in JavaScript. */
export const jsString = quoteSingle;

/** Returns an array literal of strings, on one line. */
export function jsStrings(texts: readonly string[]): string {
  return `[${quoteSingles(texts)}]`;
}

/** Returns an array literal of origins, each on a line of its own. */
export function jsOrigins(origins: readonly string[]): string {
  return `[\n${originLines(origins, { quote: jsString, comment: '//', indent: '  ' })}\n]`;
}
