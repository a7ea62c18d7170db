/**
 * Quotes a string literal in double quotes. Java, C#, Go, Python, JSON, YAML and TOML all read JSON's escapes.
 * @see https://go.dev/ref/spec#String_literals
 * @see https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 * @see https://yaml.org/spec/1.2.2/#double-quoted-style
 */
export function quoteDouble(text: string): string {
  return JSON.stringify(text);
}

/** Quotes several strings, for an argument list or an array on one line. */
export function quoteDoubles(texts: readonly string[]): string {
  return texts.map(quoteDouble).join(', ');
}
