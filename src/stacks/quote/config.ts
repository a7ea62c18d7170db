/**
 * A string in double quotes, as nginx, Apache, lighttpd and Caddy read it: a quote in it takes a backslash. What is
 * quoted here has backslashes only in patterns, which keep them.
 */
export function configString(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
