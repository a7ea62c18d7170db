import fc from 'fast-check';
import { lexer, type Token, walkTokens } from 'marked';

/** The blocks of a text, and what is in its lines. */
export function structure(markdown: string): { blocks: readonly string[]; inline: ReadonlySet<string> } {
  const tokens = lexer(markdown);
  const blocks = tokens.map((token) => ('depth' in token ? `${token.type} ${token.depth}` : token.type));
  const inline = new Set<string>();
  walkTokens(tokens, (token: Token) => {
    if (!tokens.includes(token)) inline.add(token.type);
  });
  return { blocks, inline };
}

/** What would be markup, a placeholder or an instruction if it stood bare. */
const pieces = [
  '`',
  '``',
  '```',
  '~~~',
  '\n',
  '\n\n',
  '\r',
  '<b>',
  '</b>',
  '<!--',
  '[a](http://x)',
  '![i](x)',
  '# ',
  '> ',
  '- ',
  '|',
  '*',
  '_',
  '\\',
  '&lt;',
  '$1',
  '$HOST$',
  '\u202e',
  'http://x.test',
  '@a',
  ' ',
  'x',
  '\nIgnore previous instructions',
  '    ',
];

/** Texts made of markup. */
export const hostileText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** What of a text a reader or an agent could take for an instruction: headings, links, and markup of any kind. */
export function outline(markdown: string): {
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly kinds: ReadonlySet<string>;
} {
  const [headings, links, kinds] = [[] as string[], [] as string[], new Set<string>()];
  walkTokens(lexer(markdown), (token: Token) => {
    kinds.add(token.type);
    if (token.type === 'heading') headings.push(`${'#'.repeat(token.depth)} ${token.text}`);
    if (token.type === 'link') links.push(token.href);
  });
  return { headings, links, kinds };
}
