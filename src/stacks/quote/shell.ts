/** What can't be seen, or does something to a terminal when it is pasted. A line feed and a tab are text. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const UNSEEN_RUNS = new RegExp(`((?:${UNSEEN.source})+)`, 'u');

/**
 * The text as one word of a command in any shell that is used: sh (dash, busybox), bash, zsh and fish read the same.
 * Quotes and backslashes stand outside of the quotation, since fish reads backslashes inside of it, too. What can't be
 * seen is printed by `printf`, so that no such character is in the command; NUL, which no argument can hold, is left out.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function posixWord(text: string): string {
  const parts = text
    .replaceAll('\0', '')
    .split(UNSEEN_RUNS)
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
 * Octal is what every printf knows. There is no blank in it to be split at, so it needs no quotes: after quoted ones fish
 * 3.6 misreads the text that follows.
 */
function printed(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const octal = bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `$(printf '${octal}')`;
}

/**
 * The text as an expression of PowerShell: nothing is expanded between single quotes, and any quotation mark that
 * PowerShell takes for one is doubled. What can't be seen is named by its number.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powershellWord(text: string): string {
  const parts = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u).flatMap((part, index) => {
    if (index % 2 === 0) return part === '' && text !== '' ? [] : `'${part.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
    return [...utf16(part)].map((unit) => `[char]${unit}`);
  });
  const [first = "''"] = parts;
  if (parts.length === 1 && first.startsWith("'")) return first;
  // What stands first decides that this joins text.
  return `(${(first.startsWith("'") ? parts : ["''", ...parts]).join(' + ')})`;
}

function* utf16(text: string): Iterable<number> {
  for (let index = 0; index < text.length; index++) yield text.charCodeAt(index);
}

/**
 * An argument as Windows' own parser reads it out of a command line, where PowerShell hands it on as it is: the way of
 * Windows PowerShell 5.1 and of `$PSNativeCommandArgumentPassing = 'Legacy'`.
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function legacyArgument(text: string): string {
  return text.replaceAll(/(\\*)"/g, '$1$1\\"');
}
