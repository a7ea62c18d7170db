/**
 * A string literal in single quotes, in which neither Ruby nor PHP replaces anything but `\\` and `\'`.
 * @see https://www.php.net/manual/language.types.string.php#language.types.string.syntax.single
 * @see https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html#label-Single-Quoted+String+Literals
 */
export function quoteSingle(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
