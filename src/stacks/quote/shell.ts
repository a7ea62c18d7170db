/** Characters that are invisible, or that control a terminal when they are pasted. A line feed and a tab are text. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const INVISIBLE_RUNS = new RegExp(`((?:${INVISIBLE.source})+)`, 'u');

/**
 * Quotes a text as one word of a command for sh (dash, busybox), bash, zsh and fish. Quotes and backslashes are outside
 * of the quotation, since fish reads backslashes inside of it. `printf` prints invisible characters, so that the
 * command holds none. NUL, which no argument can hold, is left out.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function posixWord(text: string): string {
  const parts = text
    .replaceAll('\0', '')
    .split(INVISIBLE_RUNS)
    .map((part, index) => (index % 2 === 1 ? printed(part) : singleQuoted(part)));
  return parts.join('') || "''";
}

function singleQuoted(text: string): string {
  return text
    .split(/(['\\])/)
    .map((part, index) => (index % 2 === 1 ? `\\${part}` : part === '' ? '' : `'${part}'`))
    .join('');
}

/**
 * Every printf reads octal. It holds no blank, so it needs no quotes: after quoted ones, fish 3.6 misreads the text
 * that follows.
 */
function printed(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const octal = bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `$(printf '${octal}')`;
}

/**
 * Quotes a text as an expression of PowerShell. Single quotes prevent any expansion. Every character that PowerShell
 * reads as a single quotation mark is doubled. Invisible characters are written by their number.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powershellWord(text: string): string {
  const parts = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u).flatMap((part, index) => {
    if (index % 2 === 0) return part === '' && text !== '' ? [] : `'${part.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
    return [...utf16(part)].map((unit) => `[char]${unit}`);
  });
  const [first = "''"] = parts;
  if (parts.length === 1 && first.startsWith("'")) return first;
  // The first operand is a string, so that `+` joins strings.
  return `(${(first.startsWith("'") ? parts : ["''", ...parts]).join(' + ')})`;
}

function* utf16(text: string): Iterable<number> {
  for (let index = 0; index < text.length; index++) yield text.charCodeAt(index);
}

/**
 * Quotes an argument for Windows' own command line parser, if PowerShell passes it on unchanged. Windows PowerShell 5.1
 * does so, and `$PSNativeCommandArgumentPassing = 'Legacy'`.
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function legacyArgument(text: string): string {
  return text.replaceAll(/(\\*)"/g, '$1$1\\"');
}
