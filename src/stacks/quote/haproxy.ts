/** A word in HAProxy's configuration, of which nothing is interpreted. */
export function haproxyWord(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}

/** A word that is a format: a `%` would begin a variable there. */
export function haproxyFormat(text: string): string {
  return haproxyWord(text.replaceAll('%', '%%'));
}
