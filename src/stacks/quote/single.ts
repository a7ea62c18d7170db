/**
 * A string literal in single quotes, in which JavaScript, Ruby and PHP replace `\\` and `\'` alike. What is quoted
 * here has no line breaks.
 * @see https://tc39.es/ecma262/#sec-literals-string-literals
 * @see https://www.php.net/manual/language.types.string.php#language.types.string.syntax.single
 * @see https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html#label-Single-Quoted+String+Literals
 */
export function quoteSingle(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}

/** Several of them, for an argument list or an array on one line. */
export function quoteSingles(texts: readonly string[]): string {
  return texts.map(quoteSingle).join(', ');
}
