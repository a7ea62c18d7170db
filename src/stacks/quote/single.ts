/**
 * Quotes a string literal in single quotes. JavaScript, Ruby and PHP all read `\\` and `\'`. The texts hold no line
 * breaks.
 * @see https://tc39.es/ecma262/#sec-literals-string-literals
 * @see https://www.php.net/manual/language.types.string.php#language.types.string.syntax.single
 * @see https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html#label-Single-Quoted+String+Literals
 */
export function quoteSingle(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}

/** Quotes several strings, for an argument list or an array on one line. */
export function quoteSingles(texts: readonly string[]): string {
  return texts.map(quoteSingle).join(', ');
}
