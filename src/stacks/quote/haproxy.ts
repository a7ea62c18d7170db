/** Quotes a word in HAProxy's configuration. HAProxy interprets nothing in it. */
export function haproxyWord(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}

/** Quotes a word that is a format, in which `%` begins a variable. */
export function haproxyFormat(text: string): string {
  return haproxyWord(text.replaceAll('%', '%%'));
}
