/** A string literal in double quotes, as Java, C#, JSON, YAML and TOML have them alike. */
export function quoteDouble(text: string): string {
  return JSON.stringify(text);
}

/** Several of them, for an argument list or an array on one line. */
export function quoteDoubles(texts: readonly string[]): string {
  return texts.map(quoteDouble).join(', ');
}
