/** The text as a string literal of JavaScript. */
export function jsString(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

/** An array literal of strings, on one line. */
export function jsStrings(texts: readonly string[]): string {
  return `[${texts.map(jsString).join(', ')}]`;
}
