import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { posixWord, powershellWord } from '../../../src/stacks/quote/shell.ts';
import { isMissing, runIn, SHELLS } from './shells.ts';

const PIECES = [
  ...[...'\'"\\$`!#&*()[]{}|;<>?~^%=@-, \n\t'],
  "'; touch pwned #",
  "\\'; touch pwned #",
  "$'\\'; touch pwned #'",
  '$(touch pwned)',
  '`touch pwned`',
  "x'&pwned&#",
  '$HOME',
  '!!',
  '\\n',
  '\\033',
  '%s',
  '\\\\',
  "\\\\'",
  '\u0001',
  '\u0003\ntouch pwned\n',
  '\u0007',
  '\u001b[201~touch pwned\r',
  '\u007f',
  '\u0085',
  '\u009b',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\u{e0041}',
  '’',
  'é',
  '中',
  '😀',
  'a',
  '0',
];

/** Each piece alone, each pair that may do something together, and longer ones. */
const CORPUS: readonly string[] = [
  '',
  ...PIECES,
  ...["'", '\\', '\u001b', '$', '\n'].flatMap((one) => PIECES.map((other) => one + other)),
  ...fc.sample(
    fc.array(fc.constantFrom(...PIECES), { minLength: 3, maxLength: 9 }).map((parts) => parts.join('')),
    { numRuns: 300, seed: 1 },
  ),
];

describe.each(SHELLS)('in $name', (shell) => {
  const missing = isMissing(shell);

  test.skipIf(missing)('a program gets each word as it was, and nothing else is done', () => {
    const words = CORPUS.map(posixWord);
    const { calls, files } = runIn(shell, 'stub', `stub ${words.join(' ')}`);
    expect(calls).toEqual([CORPUS]);
    expect(files).toEqual([]);
  });

  test.skipIf(missing)('a word may follow others without a blank, as in an assignment', () => {
    const { calls } = runIn(shell, 'stub', `stub --a=${posixWord("it's\u001b")}b`);
    expect(calls).toEqual([["--a=it's\u001bb"]]);
  });
});

test('no command has a character in it that is not seen, but for line feeds and tabs', () => {
  for (const text of [...CORPUS, 'a\0b']) {
    expect(posixWord(text)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(powershellWord(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  }
});

/**
 * What an expression of strings and `[char]` is in PowerShell, by its own rules: in single quotes nothing but a doubled
 * quotation mark is special, and five characters are such marks.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
function readPowershell(expression: string): string {
  const inner = expression.startsWith('(') ? expression.slice(1, -1) : expression;
  const part = /^(?:\[char\](\d+)|['‘’‚‛]((?:[^'‘’‚‛]|(['‘’‚‛])['‘’‚‛])*)['‘’‚‛])(?: \+ |$)/;
  let [rest, text] = [inner, ''];
  while (rest !== '') {
    const match = part.exec(rest);
    if (match === null) throw new Error(`PowerShell would not read ${expression}`);
    const [whole, unit, quoted = ''] = match;
    text +=
      unit === undefined ? quoted.replaceAll(/(['‘’‚‛])['‘’‚‛]/g, '$1') : String.fromCharCode(Number(unit));
    rest = rest.slice(whole.length);
  }
  return text;
}

test('PowerShell reads each text as it was', () => {
  const quotes = ['‘', '’', '‚', '‛', "'’", '’; touch pwned #', "‛'‚"];
  for (const text of [...CORPUS, ...quotes, ...quotes.map((quote) => `a${quote}b\u001b`)]) {
    expect(readPowershell(powershellWord(text))).toBe(text);
  }
});
