/** A token of a Caddyfile. What it is used for takes no placeholders, so that braces stay braces. */
export function caddyToken(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
