import { originLines } from '../shared/origin-lines.ts';

/** The text as a string literal of JavaScript. */
export function jsString(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

/** An array literal of strings, on one line. */
export function jsStrings(texts: readonly string[]): string {
  return `[${texts.map(jsString).join(', ')}]`;
}

/** An array literal of origins, each on a line of its own. */
export function jsOrigins(origins: readonly string[]): string {
  return `[\n${originLines(origins, { quote: jsString, comment: '//', indent: '  ' })}\n]`;
}
