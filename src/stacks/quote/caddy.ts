import { configString } from './config.ts';

/**
 * Quotes a token of a Caddyfile. Caddy replaces `{$name}` before it parses the file, and placeholders such as `{host}`
 * later, even in quotes: a text with braces can't be written so.
 * @see https://caddyserver.com/docs/caddyfile/concepts#environment-variables
 */
export const caddyToken = configString;

/**
 * Quotes a text that `map` compares with its source as a whole. A text with braces becomes a regular expression with
 * `\x7b` and `\x7d` instead.
 * @see https://caddyserver.com/docs/caddyfile/directives/map
 */
export function caddyMapInput(text: string): string {
  if (!/[{}]/.test(text)) return caddyToken(text);
  const pattern = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, (character) =>
    character === '{' ? '\\x7b' : character === '}' ? '\\x7d' : `\\${character}`,
  );
  return caddyToken(`~^${pattern}$`);
}
