import { configString } from './config.ts';

/**
 * A token of a Caddyfile. Before Caddy parses the file it replaces `{$name}`, and later placeholders such as `{host}`,
 * in quotes, too: what has braces in it can't be written so.
 * @see https://caddyserver.com/docs/caddyfile/concepts#environment-variables
 */
export const caddyToken = configString;

/**
 * What `map` compares its source with: this text and no other. One with braces is written as a regular expression, in
 * which they are `\x7b` and `\x7d`.
 * @see https://caddyserver.com/docs/caddyfile/directives/map
 */
export function caddyMapInput(text: string): string {
  if (!/[{}]/.test(text)) return caddyToken(text);
  const pattern = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, (character) =>
    character === '{' ? '\\x7b' : character === '}' ? '\\x7d' : `\\${character}`,
  );
  return caddyToken(`~^${pattern}$`);
}
