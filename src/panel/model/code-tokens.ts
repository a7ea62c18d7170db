import { type ShjToken, tokenizeWith } from '@speed-highlight/core/tokenize';
import type { Language } from '../../stacks/index.ts';
import { GRAMMARS } from './code-grammars.ts';

/** What a piece of code is, as far as it has a colour of its own. */
type CodeKind = 'plain' | 'keyword' | 'name' | 'string' | 'number' | 'comment';

export interface CodeToken {
  readonly kind: CodeKind;
  readonly text: string;
}

/** Longer code, in characters, stays as it is: grammars may take long over text that was never code. */
const LONGEST = 4_000;

/** Code in pieces, each of one kind; put together they are the code, character by character. */
export function codeTokens(code: string, language: Language): readonly CodeToken[] {
  const grammar = GRAMMARS[language];
  if (grammar === null || code.length > LONGEST) return [{ kind: 'plain', text: code }];
  const tokens: CodeToken[] = [];
  tokenizeWith(code, grammar, (text, type) => {
    if (text === '') return;
    const kind = type === undefined ? 'plain' : KINDS[type];
    const last = tokens.at(-1);
    if (last?.kind === kind) tokens.splice(-1, 1, { kind, text: last.text + text });
    else tokens.push({ kind, text });
  });
  return tokens;
}

const KINDS: Readonly<Record<ShjToken, CodeKind>> = {
  kwd: 'keyword',
  section: 'keyword',
  var: 'name',
  type: 'name',
  class: 'name',
  str: 'string',
  esc: 'string',
  num: 'number',
  bool: 'number',
  cmnt: 'comment',
  func: 'name',
  oper: 'plain',
  deleted: 'plain',
  insert: 'plain',
  err: 'plain',
};
