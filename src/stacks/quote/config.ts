/**
 * Quotes a string in double quotes for nginx, Apache, lighttpd and Caddy: a quotation mark gets a backslash. Only
 * patterns hold backslashes, which stay as they are.
 */
export function configString(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
