/** A string in lighttpd's configuration. Neither origins nor tokens have a backslash in them. */
export function lighttpdString(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
